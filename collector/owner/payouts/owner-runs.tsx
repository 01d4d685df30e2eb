/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { PayoutAnswer } from "../../actions/answer-payout.ts";
import { type PayoutCsvWords, payoutCsv } from "../../actions/payout-csv.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { doing, newsOf, reasonOf } from "../doing.ts";
import { named } from "../named.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import type { View } from "../pages/view.ts";
import { showProblem } from "../show-problem.tsx";
import { textIn } from "../text-in.ts";
import { PayPage } from "./pay-page.tsx";
import { RunPage } from "./run-page.tsx";
import { people } from "./sums.ts";

type Ctx = Context<OwnerEnv>;
const place = "/owner/payouts";
const by = "owner";

/** One run: what is in it, its file for the bank, and how it ends. */
export function ownerRuns({ read, writer }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.get("/payouts/:file{.+\\.csv}", (c) =>
    withRun(c, c.req.param("file").replace(/\.csv$/, ""), (run) =>
      c.body(payoutCsv(run, csvWords(c.var.view)), 200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${run.id}.csv"`,
      }),
    ),
  );

  pages.get("/payouts/:id", (c) =>
    withRun(c, c.req.param("id"), (run) => {
      const from = Number(c.req.query("from") ?? 0);
      return page(
        c,
        <RunPage
          view={c.var.view}
          run={run}
          from={Number.isSafeInteger(from) && from > 0 ? from : 0}
        />,
      );
    }),
  );

  pages.get("/payouts/:id/payment", (c) =>
    withRun(c, c.req.param("id"), (run) =>
      run.state === "open"
        ? page(c, <PayPage view={c.var.view} run={run} />)
        : c.redirect(`${place}/${run.id}`, 303),
    ),
  );

  pages.post("/payouts/:id/payment", async (c) => {
    const { view, site, session } = c.var;
    const id = c.req.param("id");
    const { totalMinor } = await c.req.parseBody();
    const news = await newsOf(c, async () => {
      const run = await writer.run("payPayout", {
        siteId: site.id,
        payout: id,
        totalMinor: Number(textIn(totalMinor)),
        by,
      });
      return view.words.payouts.paid(
        people(view, run.payeeCount),
        view.formats.money(run.totalMinor, run.currency),
      );
    });
    if (session) session.news = news;
    return c.redirect(`${place}/${encodeURIComponent(id)}`, 303);
  });

  pages.post("/payouts/:id/cancellation", (c) => {
    const payout = c.req.param("id");
    return doing(c, `${place}/${encodeURIComponent(payout)}`, async () => {
      await writer.run("cancelPayout", {
        siteId: c.var.site.id,
        payout,
        reason: await reasonOf(c),
        by,
      });
      return c.var.view.words.payouts.cancelled;
    });
  });

  async function withRun(
    c: Ctx,
    payout: string,
    answer: (run: PayoutAnswer) => Response | Promise<Response>,
  ): Promise<Response> {
    try {
      const run = await read.payout({ siteId: c.var.site.id, payout });
      return await answer(run);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return showProblem(c, c.var.view.words.payouts.missing);
    }
  }

  return pages;
}

function csvWords({ language, words }: View): PayoutCsvWords {
  return {
    columns: words.payouts.csvColumns,
    // In English the names are those that machines read.
    kind: (kind) => (language === "en" ? kind : named(words.kinds, kind)),
  };
}
