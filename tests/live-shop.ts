import { settleRewards } from "../collector/actions/settle-rewards.ts";
import { type openApp, someId } from "./open-app.ts";
import { randomFrom } from "./random-from.ts";
import { throwAwayMail } from "./stored-acts.ts";
import { trustClock } from "./trust-clock.ts";

type App = Awaited<ReturnType<typeof openApp>>;

export const members = ["hanako", "jiro", "sakura"];

const dayMs = 86_400_000;
const acts = 250;

/** A time in which shop, owner, members and browsers do whatever chance asks for. */
export async function liveShop(
  app: App,
  { alsoSometimes }: { alsoSometimes(app: App, words: string): Promise<void> },
): Promise<void> {
  const { clock, work, siteId, writer, member, asServer } = app;
  const random = randomFrom(12);
  const below = (limit: number) => Math.floor(random() * limit);
  const codes: string[] = [];
  for (const id of members) codes.push((await member(id)).code);
  clock.now += 1;
  const gift = { on: "lead", to: "referrer", valueMinor: 300, currency: "JPY" };
  const pool = { name: "300 yen", programId: "default", ...gift };
  const { id: poolId } = (await asServer("POST", "/v1/gift-pools", pool)).body;
  const rules = (await asServer("GET", "/v1/programs")).body.items[0];
  const runs: string[] = [];

  const orderOf = (n: number, type: string) => {
    const friend = `friend-${below(40)}`;
    const isSuspect = below(8) === 0;
    return {
      type,
      orderId: `o-${n}`,
      customer: {
        id: friend,
        ...(isSuspect ? { email: throwAwayMail(friend) } : {}),
      },
      ...(below(5) ? { code: codes[below(3)] } : {}),
      ...(type === "sale"
        ? { amountMinor: 5_000 * (1 + below(60)), currency: "JPY" }
        : {}),
    };
  };
  const someReward = async () => {
    const ids = await work.db
      .selectFrom("rewards")
      .select("id")
      .orderBy("id")
      .execute();
    return ids[below(ids.length)]?.id ?? "rwd_none";
  };
  const someClaim = async () => {
    const ids = await work.db
      .selectFrom("conversions")
      .select("id")
      .where("trust", "=", "claim")
      .orderBy("id")
      .execute();
    return ids[below(ids.length)]?.id ?? "cnv_none";
  };

  const possible: [weight: number, act: (n: number) => Promise<unknown>][] = [
    [
      30,
      (n) =>
        asServer(
          "POST",
          "/v1/conversions",
          orderOf(n, below(5) ? "sale" : "lead"),
        ),
    ],
    [
      16,
      (n) => {
        const claim = orderOf(n, below(3) ? "sale" : "lead");
        const visitor = `visitor-of-${claim.customer.id}`.padEnd(20, "0");
        const event = { id: someId(), at: clock.now, ...claim };
        return app.events([event], { visitor });
      },
    ],
    [
      8,
      async () =>
        asServer("POST", `/v1/conversions/${await someClaim()}/verification`),
    ],
    [
      3,
      async () =>
        writer
          .run("refuseConversion", {
            ...{ siteId, conversion: await someClaim() },
            ...{ reason: "unknown here", by: "owner" },
          })
          .catch(() => {}),
    ],
    [
      14,
      (n) =>
        asServer("POST", `/v1/conversions/order:o-${below(n + 1)}/refunds`, {
          refundId: `r-${n}`,
          amountMinor: 5_000 * (1 + below(20)),
        }),
    ],
    [
      8,
      async () =>
        asServer("POST", `/v1/rewards/${await someReward()}/confirmation`),
    ],
    [
      5,
      async () => asServer("POST", `/v1/rewards/${await someReward()}/payment`),
    ],
    [
      4,
      async () =>
        asServer("POST", `/v1/rewards/${await someReward()}/void`, {
          reason: "test",
        }),
    ],
    [
      4,
      (n) =>
        asServer("POST", `/v1/gift-pools/${poolId}/codes`, {
          codes: [`GIFT-${n}-A`, `GIFT-${n}-B`, `GIFT-${n}-C`],
        }),
    ],
    [
      4,
      (n) => {
        rules.steps[1].cap = { ...rules.steps[1].cap, fixedMinor: 1_000 + n };
        return asServer("PUT", "/v1/programs/default", rules);
      },
    ],
    [
      4,
      async (n) => {
        const run = { runId: `run-${n}`, currency: "JPY" };
        const { body } = await asServer("POST", "/v1/payouts", run);
        runs.push(body.id);
      },
    ],
    [
      3,
      () => asServer("POST", `/v1/payouts/${runs[below(runs.length)]}/payment`),
    ],
    [
      2,
      () =>
        asServer(
          "POST",
          `/v1/payouts/${runs[below(runs.length)]}/cancellation`,
          {
            reason: "test",
          },
        ),
    ],
    [2, () => alsoSometimes(app, `It is the ${below(1_000)}th friend.`)],
  ];
  const lots = possible.flatMap(([weight, act]) =>
    Array.from({ length: weight }, () => act),
  );
  for (let n = 0; n < acts; n++) {
    clock.now += 1 + below(2 * dayMs);
    await trustClock(work);
    await lots[below(lots.length)]?.(n);
    clock.now += 1;
    await settleRewards(work);
  }
}
