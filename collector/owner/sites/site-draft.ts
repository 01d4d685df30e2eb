import type { Context } from "hono";
import type { OwnerEnv } from "../owner-env.ts";
import type { SiteDraft } from "./sites-page.tsx";

export function draftFor(c: Context<OwnerEnv>): SiteDraft {
  const [program] = c.var.programs;
  return {
    name: "",
    origins: [],
    consent: c.var.site.consent,
    timeZone: program?.timeZone ?? "Asia/Tokyo",
    currency: program?.currency ?? "JPY",
  };
}

export async function draftOf(c: Context<OwnerEnv>): Promise<SiteDraft> {
  const body = await c.req.parseBody();
  const text = (name: string) => {
    const value = body[name];
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    name: text("name"),
    origins: text("origins").split(/\s+/).filter(Boolean),
    consent: consentOf(body),
    timeZone: text("timeZone"),
    currency: text("currency").toUpperCase(),
  };
}

/** The careful one, where it is not said. */
export function consentOf(body: { consent?: unknown }): "granted" | "required" {
  return body.consent === "granted" ? "granted" : "required";
}
