import type { Context } from "hono";
import { newsOf } from "./doing.ts";
import type { OwnerEnv } from "./owner-env.ts";
import type { News } from "./sessions.ts";

/** Makes something and goes to its page, which says so; a refusal is told on the list that it was asked from. */
export async function leadingTo(
  c: Context<OwnerEnv>,
  list: string,
  act: () => Promise<{ place: string; news: string | News }>,
): Promise<Response> {
  let place = list;
  const news = await newsOf(c, async () => {
    const made = await act();
    place = made.place;
    return made.news;
  });
  if (c.var.session) c.var.session.news = news;
  return c.redirect(place, 303);
}
