import type { Context } from "hono";
import { textIn } from "../text-in.ts";

/** What was posted: the fields of the rules, and what to do with them. */
export async function postedForm(c: Context) {
  const {
    csrf,
    do: act,
    base,
    previewed,
    allTheSame,
    site,
    ...fields
  } = await c.req.parseBody();
  const posted = new Map(
    Object.entries(fields).map(([name, value]) => [name, textIn(value)]),
  );
  return {
    posted,
    act: textIn(act),
    base: Number(textIn(base)),
    previewed: textIn(previewed),
    allTheSame: textIn(allTheSame) === "on",
    site: textIn(site),
  };
}
