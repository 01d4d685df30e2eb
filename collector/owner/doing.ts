import type { Context } from "hono";
import { DomainError } from "../domain/domain-error.ts";
import { named } from "./named.ts";
import type { OwnerEnv } from "./owner-env.ts";
import type { News } from "./sessions.ts";
import { keepTyped } from "./typed.tsx";

/**
 * Does something and goes back to the list that it was asked from, which says how it went. A form that was refused has
 * its fields again, at the place `form` of the list where there are several.
 */
export async function doing(
  c: Context<OwnerEnv>,
  list: string,
  act: () => Promise<string | News>,
  form?: string,
): Promise<Response> {
  const news = await newsOf(c, act);
  if (c.var.session) c.var.session.news = news;
  const place = listFrom(c, list);
  if (news.kind === "done") return c.redirect(place, 303);
  await keepTyped(c, news.text);
  return c.redirect(form === undefined ? place : `${place}#${form}`, 303);
}

/** What came of it; a refusal in the reader's language. Anything but a refusal is thrown on. */
export async function newsOf(
  c: Context<OwnerEnv>,
  act: () => Promise<string | News>,
): Promise<News> {
  try {
    const done = await act();
    return typeof done === "string" ? { kind: "done", text: done } : done;
  } catch (error) {
    const { failed } = c.var.view.words.problem;
    return { kind: "problem", text: `${failed} ${problemText(c, error)}` };
  }
}

/** Why something is done: it is kept, and the customer may be told. Throws `invalid_field` where it was left out. */
export async function reasonOf(c: Context<OwnerEnv>): Promise<string> {
  const { reason } = await c.req.parseBody();
  const given = typeof reason === "string" ? reason.trim() : "";
  if (given) return given.slice(0, 200);
  const message = c.var.view.words.problem.reasonNeeded;
  throw new DomainError("invalid_field", message, [
    { path: "reason", message },
  ]);
}

/** Why something was refused, in the reader's language; anything but a refusal is thrown on. */
export function problemText(c: Context<OwnerEnv>, error: unknown): string {
  if (!(error instanceof DomainError)) throw error;
  const { problem, refusals } = c.var.view.words;
  if (error.why !== null) return refusals[error.why];
  const known = named(problem.codes, error.code);
  return known === error.code ? error.message : known;
}

/** The list with the filter and page that the form was on. */
function listFrom(c: Context, list: string): string {
  const referer = c.req.header("referer") ?? "";
  if (!URL.canParse(referer)) return list;
  const { pathname, search } = new URL(referer);
  return pathname === list ? `${pathname}${search}` : list;
}
