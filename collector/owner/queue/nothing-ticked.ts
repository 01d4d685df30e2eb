import type { Context } from "hono";
import { cameFrom } from "../kept-form.ts";
import type { OwnerEnv } from "../owner-env.ts";

/** Back to the list, at the page that it was asked from, which says that nothing was chosen. */
export function nothingTicked(c: Context<OwnerEnv>, list: string): Response {
  const { session, view } = c.var;
  if (session)
    session.news = { kind: "problem", text: view.words.queue.bulk.choose };
  const place = cameFrom(c);
  const isList = place.split("?")[0] === list.split("?")[0];
  return c.redirect(isList ? place : list, 303);
}
