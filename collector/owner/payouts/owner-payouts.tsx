/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { PayoutAnswer } from "../../actions/answer-payout.ts";
import { type PayoutCsvWords, payoutCsv } from "../../actions/payout-csv.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { minorDigits } from "../../domain/money.ts";
import { doing, newsOf, reasonOf } from "../doing.ts";
import { leadingTo } from "../leading-to.ts";
import { named } from "../named.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { ProblemPage } from "../pages/problem-page.tsx";
import type { View } from "../pages/view.ts";
import { moneyFrom } from "../rules/field-text.ts";
import { randomName } from "../sessions.ts";
import { kindsOf } from "./kinds.ts";
import { PayPage } from "./pay-page.tsx";
import { PayoutsPage } from "./payouts-page.tsx";
import { RunPage } from "./run-page.tsx";
import { people } from "./sums.ts";

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
          runId: newRunId(deps.now(), one.currency),
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
    const runId = textOf(form.runId).trim();
    const currency = textOf(form.currency);
    const minimumMinor = Number(textOf(form.minimumMinor));
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
        totalMinor: Number(textOf(totalMinor)),
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
      const { view } = c.var;
      const text = view.words.payouts.missing;
      return page(c, <ProblemPage view={view} text={text} />, 404);
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

/** A name that nobody has used: the form carries it, so that sending it twice makes one run. */
function newRunId(now: number, currency: string): string {
  const day = new Date(now).toISOString().slice(0, 10);
  const mark = randomName()
    .replace(/[^0-9A-Za-z]/g, "")
    .slice(0, 6);
  return `${day}-${currency}-${mark}`;
}

/** What was typed as the least to pay, in minor units; `null` for what is no amount. */
function minimumIn(text: string, currency: string): number | null {
  if (text.trim() === "") return 0;
  const minor = moneyFrom(text, currency);
  if (typeof minor === "number") return minor < 0 ? null : minor;
  // More digits than the currency has: whoever asks for 10.50 and is shown yen means at least 11.
  const major = Number(text.normalize("NFKC").replace(/[\s,]/g, ""));
  return Number.isFinite(major) && major >= 0
    ? Math.ceil(major * 10 ** minorDigits(currency))
    : null;
}

function textOf(field: unknown): string {
  return typeof field === "string" ? field : "";
}
