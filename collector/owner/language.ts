import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { en } from "./words/en.ts";
import { ja } from "./words/ja.ts";

export type Language = "ja" | "en";

export const wordsIn = { ja, en };

/** `?lang=`, else what was chosen before, else the first of the browser's languages that these pages speak. */
export function languageOf(c: Context): Language {
  const asked = c.req.query("lang");
  if (asked === "ja" || asked === "en") {
    rememberLanguage(c, asked);
    return asked;
  }
  const chosen = getCookie(c, "enishi_owner_language");
  if (chosen === "ja" || chosen === "en") return chosen;
  const spoken = /\b(ja|en)\b/i.exec(c.req.header("accept-language") ?? "");
  return spoken?.[1]?.toLowerCase() === "ja" ? "ja" : "en";
}

/** From the next page on, whatever it is. */
export function rememberLanguage(c: Context, language: Language): void {
  setCookie(c, "enishi_owner_language", language, {
    path: "/owner",
    sameSite: "Lax",
    httpOnly: true,
    maxAge: 365 * 24 * 60 * 60,
  });
}
