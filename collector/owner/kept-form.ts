import type { Context } from "hono";
import { formTokenIn } from "./form-token.ts";

/** A form that came too late: what was typed, for its owner to send again. */
export interface KeptForm {
  /** Where it was sent to. */
  to: string;
  /** The page that it stood on. */
  back: string;
  siteId: string;
  fields: [string, string][];
}

/** What a request brought; `null` where it cannot be kept, as a file cannot. */
export async function keptForm(c: Context): Promise<KeptForm | null> {
  const fields: [string, string][] = [];
  let siteId = "";
  for (const [name, value] of await c.req.formData()) {
    if (typeof value !== "string") return null;
    if (name === "csrf") ({ siteId } = formTokenIn(value));
    else fields.push([name, value]);
  }
  const { pathname, search } = new URL(c.req.url);
  return { to: pathname + search, back: cameFrom(c), siteId, fields };
}

/** As the sign-in page carried it; `null` where it is not what such a page carries. */
export function keptIn(text: unknown): KeptForm | null {
  try {
    const { to, back, siteId, fields } = JSON.parse(String(text));
    const isSound =
      isPlace(to) &&
      isPlace(back) &&
      typeof siteId === "string" &&
      Array.isArray(fields) &&
      fields.every(
        (field) =>
          Array.isArray(field) &&
          field.length === 2 &&
          field.every((part) => typeof part === "string"),
      );
    return isSound ? { to, back, siteId, fields } : null;
  } catch {
    return null;
  }
}

/** The page of these that a form stood on. */
export function cameFrom(c: Context): string {
  const referer = c.req.header("referer") ?? "";
  if (!URL.canParse(referer)) return "/owner";
  const { pathname, search } = new URL(referer);
  const place = pathname + search;
  return isPlace(place) ? place : "/owner";
}

/** One of these pages, never another site. */
export function isPlace(place: unknown): place is string {
  return typeof place === "string" && /^\/owner(?:[/?][^\\]*)?$/.test(place);
}
