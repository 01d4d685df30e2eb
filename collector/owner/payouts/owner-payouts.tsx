/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { DomainError } from "../../domain/domain-error.ts";
import { leadingTo } from "../leading-to.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { textIn } from "../text-in.ts";
import { kindsOf } from "./kinds.ts";
import { minimumIn } from "./minimum-in.ts";
import { newRunId } from "./new-run-id.ts";
import { PayoutsPage } from "./payouts-page.tsx";

type Ctx = Context<OwnerEnv>;

const place = "/owner/payouts";

const by = "owner";

const maxRunId = 100;

/** What is due, and the runs in which it is paid. */
export function ownerPayouts(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read, writer } = deps;
  const pages = new Hono<OwnerEnv>();

  pages.get("/payouts", async (c) => {
    const { site, view } = c.var;
    const minimum = (c.req.query("minimum") ?? "").slice(0, 20);
    const kinds = kindsOf(c.req.queries("kind") ?? []);
    const cursor = c.req.query("cursor")?.slice(0, 100);
    const minimums = (currency: string) => minimumIn(minimum, currency);
    const isWrong = minimums("KWD") === null;
    const due = isWrong
      ? null
      : await read.due({
          siteId: site.id,
          kinds,
          minimumMinor: (currency) => minimums(currency) ?? 0,
        });
    const runs = await read.payouts({ siteId: site.id, cursor });
    const news = isWrong
      ? { kind: "problem" as const, text: view.words.payouts.badMinimum }
      : view.news;
    return page(
      c,
      <PayoutsPage
        view={{ ...view, news }}
        due={due?.map((one) => ({
          ...one,
          minimumMinor: minimums(one.currency) ?? 0,
          runId: newRunId({
            now: deps.now(),
            timeZone: view.timeZone,
            currency: one.currency,
          }),
        }))}
        minimum={minimum}
        kinds={kinds}
        runs={runs}
        cursor={cursor}
      />,
      isWrong ? 422 : 200,
    );
  });

  pages.post("/payouts", async (c) => {
    const form = await c.req.parseBody({ all: true });
    const w = c.var.view.words.payouts;
    const runId = textIn(form.runId).trim();
    const currency = textIn(form.currency);
    const minimumMinor = Number(textIn(form.minimumMinor));
    const kinds = kindsOf(
      [form.kind].flat().filter((kind) => typeof kind === "string"),
    );
    return leadingTo(c, place, async () => {
      if (!runId || runId.length > maxRunId || /\p{C}/u.test(runId))
        return { place, news: { kind: "problem", text: w.badRunId } };
      try {
        const { created, payout } = await writer.run("createPayout", {
          siteId: c.var.site.id,
          runId,
          currency,
          minimumMinor,
          kinds,
          by,
          refuseEmpty: true,
        });
        return {
          place: `${place}/${payout.id}`,
          news: created ? w.made : w.madeBefore,
        };
      } catch (error) {
        const why = error instanceof DomainError ? error.why : null;
        if (why === "nothing_due") return insteadOfEmpty(c, currency);
        if (why !== "known_otherwise") throw error;
        return { place, news: { kind: "problem", text: w.otherRun } };
      }
    });
  });

  /** The run that holds what a page still showed as due, as far as there is one. */
  async function insteadOfEmpty(c: Ctx, currency: string) {
    const w = c.var.view.words.payouts;
    const runs = await read.payouts({ siteId: c.var.site.id });
    const open = runs.items.find(
      (run) => run.state === "open" && run.currency === currency,
    );
    return {
      place: open ? `${place}/${open.id}` : place,
      news: {
        kind: "problem" as const,
        text: open ? w.emptyRunHere : w.emptyRun,
      },
    };
  }

  return pages;
}
