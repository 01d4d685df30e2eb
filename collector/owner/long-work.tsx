/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { newsOf } from "./doing.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { page } from "./page.ts";
import { WorkPage } from "./pages/work-page.tsx";
import { type LongWork, type News, randomName } from "./sessions.ts";
import { showProblem } from "./show-problem.tsx";

/** What is done sooner than this needs no page of its own. */
const shortMs = 400;
/** So many are remembered for one who signed in; older ones are forgotten. */
const maxWorks = 20;

/**
 * Does something that may take long, and answers: with where it leads, if it is done at once,
 * else with a page that shows how far it is and goes there by itself when it is done.
 *
 * `act` does it in steps, each whole in itself, and calls `step` after each; a restart of the collector leaves
 * the steps that were done. What it answers, or a refusal that it throws, is told on the page `back`.
 */
export async function startWork(
  c: Context<OwnerEnv>,
  what: { title: string; total: number; back: string },
  act: (step: (count?: number) => void) => Promise<string | News>,
): Promise<Response> {
  const { session } = c.var;
  if (!session) return c.redirect("/owner/login", 303);
  const work: LongWork = { ...what, done: 0, outcome: null };
  const step = (count = 1) => {
    work.done = Math.min(work.total, work.done + count);
  };
  const ended = newsOf(c, () => act(step)).then(
    (news) => {
      work.outcome = news;
    },
    (error: unknown) => {
      const { failed } = c.var.view.words.problem;
      work.outcome = { kind: "problem", text: failed };
      throw error;
    },
  );
  if (await isSoon(ended)) {
    session.news = work.outcome;
    return c.redirect(what.back, 303);
  }
  // Told on the page, with nobody left to throw to.
  ended.catch((error: unknown) => c.var.report?.(error));
  const id = randomName();
  session.works.set(id, work);
  for (const [old] of session.works) {
    if (session.works.size <= maxWorks) break;
    session.works.delete(old);
  }
  return c.redirect(`/owner/progress/${id}`, 303);
}

/** The pages that show how far something is. */
export function ownerWorks(): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.get("/progress/:id", (c) => {
    const { session, view } = c.var;
    const id = c.req.param("id");
    const work = session?.works.get(id);
    if (!session || !work) return showProblem(c, view.words.work.gone);
    if (!work.outcome) {
      c.header("Refresh", "1");
      return page(c, <WorkPage view={view} work={work} />);
    }
    session.works.delete(id);
    session.news = work.outcome;
    return c.redirect(work.back, 303);
  });

  return pages;
}

async function isSoon(ended: Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), shortMs);
  try {
    return await Promise.race([ended.then(() => true), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
