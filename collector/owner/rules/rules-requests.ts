import type { Context } from "hono";
import type { ProgramVersionAnswer } from "../../actions/list-program-versions.ts";
import { formatsFor } from "../formats.ts";
import type { OwnerReads } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import type { View } from "../pages/view.ts";

type Ctx = Context<OwnerEnv>;

/** The rules in force of the programme that the address names, else of the first; `null` where there is none. */
export async function inForceOf(
  c: Ctx,
  read: OwnerReads,
): Promise<ProgramVersionAnswer | null> {
  const { programs, site } = c.var;
  const first = programs.find(({ id }) => id === "default") ?? programs[0];
  const id = c.req.query("program") ?? first?.id;
  return id === undefined
    ? null
    : read.programVersion({ siteId: site.id, program: id });
}

/** Instants of a programme are told in its own time zone. */
export function viewOf(c: Ctx, { program }: ProgramVersionAnswer): View {
  const { view } = c.var;
  const { timeZone } = program;
  return { ...view, timeZone, formats: formatsFor(view.language, timeZone) };
}

export function addressOf(program: string): string {
  return `/owner/program?${new URLSearchParams({ program })}`;
}

/** Back to the form, which says once what was done. */
export function done(c: Ctx, program: string, news: string) {
  if (c.var.session) c.var.session.news = { kind: "done", text: news };
  return c.redirect(addressOf(program), 303);
}
