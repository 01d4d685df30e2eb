import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

export type Language = "ja" | "en";

/** A text in both of the shop's languages. */
export type Bilingual = Record<Language, string>;

/** The language asked for by `?lang=`, else the one chosen before, else the browser's. */
export function languageOf(c: Context): Language {
  const asked = c.req.query("lang");
  if (asked === "ja" || asked === "en") {
    setCookie(c, "lang", asked, { path: "/", sameSite: "Lax" });
    return asked;
  }
  const chosen = getCookie(c, "lang");
  if (chosen === "ja" || chosen === "en") return chosen;
  return /^en\b/i.test(c.req.header("accept-language") ?? "") ? "en" : "ja";
}

/** `¥12,800` or `12,800円`. */
export function yen(amount: number, language: Language): string {
  const digits = amount.toLocaleString("en-US");
  return language === "ja" ? `${digits}円` : `¥${digits}`;
}
