import { SignJWT } from "jose";
import { settleRewards } from "../collector/actions/settle-rewards.ts";
import { webhookTypes } from "../sdk/protocol/webhook.ts";
import { someId } from "./open-app.ts";
import { openOwner } from "./open-owner.ts";
import { randomFrom } from "./random-from.ts";
import { trustClock } from "./trust-clock.ts";

const dayMs = 86_400_000;
const members = ["hanako", "jiro", "sakura"];
const friends = Array.from({ length: 30 }, (_, n) => `friend-${n}`);
const amounts = [5_000, 30_000, 100_000, 450_000];

/** A site on which, over a year, everything happened that touches money: the same for the same seed. */
export async function openBusyWorld({
  seed,
  acts,
}: {
  seed: number;
  acts: number;
}) {
  const owner = await openOwner();
  const { clock, asServer } = owner;
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const oneOf = <One>(list: readonly One[]) => list[below(list.length)];

  /** What is wrong about what chance asks for is refused; nothing may fail. */
  async function ask(method: string, path: string, body?: unknown) {
    const answer = await asServer(method, path, body);
    if (answer.status >= 500) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  }

  const codes: string[] = [];
  for (const id of members)
    codes.push((await owner.member(id, { email: `${id}@example.com` })).code);
  await ask("POST", "/v1/endpoints", {
    url: "https://crm.example/hooks",
    events: webhookTypes,
  });
  const pool = await ask("POST", "/v1/gift-pools", {
    name: "300 yen",
    programId: "default",
    on: "lead",
    to: "referrer",
    valueMinor: 300,
    currency: "JPY",
  });

  const rules = (await ask("GET", "/v1/programs")).items[0];
  const sale = rules.steps[1];
  sale.cap = { ...sale.cap, fixedMinor: 3_000 };
  sale.overflow = { kind: "perk", name: "Cake", valueMinor: 500 };
  await ask("PUT", "/v1/programs/default", rules);

  const orders: { type: string; orderId: string; amountMinor: number }[] = [];
  const runs: string[] = [];
  let giftCodes = 0;
  const order = (type: string) => {
    const one = {
      type,
      orderId: `order-${orders.length}`,
      amountMinor: type === "lead" ? 0 : (oneOf(amounts) ?? 0),
    };
    orders.push(one);
    const friend = oneOf(friends) ?? "";
    return {
      ...one,
      ...(type === "lead" ? { amountMinor: undefined } : { currency: "JPY" }),
      // Some are held for a check.
      customer: {
        id: friend,
        ...(orders.length % 9 === 0
          ? { email: `${friend}@mailinator.com` }
          : {}),
      },
      code: oneOf([...codes, undefined]),
      visitor: `visitor-of-${friend}`.padEnd(16, "0"),
    };
  };
  const reward = async () =>
    oneOf<{ id: string }>((await ask("GET", "/v1/rewards?limit=60")).items)
      ?.id ?? "rwd_none";

  const possible: [weight: number, act: () => Promise<unknown>][] = [
    [28, () => ask("POST", "/v1/conversions", order("sale"))],
    [14, () => ask("POST", "/v1/conversions", order("lead"))],
    [
      8,
      () => {
        const { visitor, ...claim } = order(oneOf(["sale", "lead"]) ?? "sale");
        const event = { id: someId(), at: clock.now, ...claim };
        return owner.events([event], { visitor });
      },
    ],
    [
      5,
      async () => {
        const { items } = await ask("GET", "/v1/conversions?limit=60");
        const waiting = items.filter(
          ({ verified }: { verified: boolean }) => !verified,
        );
        const id = oneOf<{ id: string }>(waiting)?.id ?? "cnv_none";
        await ask("POST", `/v1/conversions/${id}/verification`);
      },
    ],
    [
      12,
      () => {
        const sold = oneOf(orders.filter(({ type }) => type === "sale"));
        const share = oneOf([0.2, 0.5, 1]) ?? 1;
        return ask(
          "POST",
          `/v1/conversions/order:${sold?.orderId ?? "none"}/refunds`,
          {
            refundId: someId(),
            amountMinor: Math.floor((sold?.amountMinor ?? 1) * share),
          },
        );
      },
    ],
    [
      5,
      () => {
        // The shop learns later what it earned.
        const sold = oneOf(orders.filter(({ type }) => type === "sale"));
        return ask("POST", "/v1/conversions", {
          ...sold,
          currency: "JPY",
          grossProfitMinor: below(sold?.amountMinor ?? 1) + 1,
        });
      },
    ],
    [8, async () => ask("POST", `/v1/rewards/${await reward()}/confirmation`)],
    [6, async () => ask("POST", `/v1/rewards/${await reward()}/payment`)],
    [
      3,
      async () =>
        ask("POST", `/v1/rewards/${await reward()}/void`, { reason: "test" }),
    ],
    [
      3,
      () => {
        const codes = Array.from({ length: 4 }, () => {
          giftCodes += 1;
          return `GIFT-${giftCodes}`;
        });
        return ask("POST", `/v1/gift-pools/${pool.id}/codes`, { codes });
      },
    ],
    [
      4,
      async () => {
        const run = { runId: `run-${runs.length}`, currency: "JPY" };
        runs.push((await ask("POST", "/v1/payouts", run)).id);
      },
    ],
    [3, () => ask("POST", `/v1/payouts/${oneOf(runs) ?? "pay_none"}/payment`)],
    [
      1,
      () =>
        ask("POST", `/v1/payouts/${oneOf(runs) ?? "pay_none"}/cancellation`, {
          reason: "test",
        }),
    ],
  ];
  const lots = possible.flatMap(([weight, act]) =>
    Array.from({ length: weight }, () => act),
  );
  for (let n = 0; n < acts; n++) {
    if (n === Math.floor(acts / 2)) {
      sale.overflow = { kind: "raffle", prize: "Trip", valueMinor: 90_000 };
      await ask("PUT", "/v1/programs/default", rules);
    }
    await oneOf(lots)?.();
    clock.now += Math.floor(random() * 2 * dayMs);
    await trustClock(owner.work);
    await settleRewards(owner.work);
  }

  // A year is longer than a session.
  await owner.signIn();

  /** The token with which a person reads their own page. */
  async function tokenOf(sub: string): Promise<string> {
    const now = Math.floor(clock.now / 1000);
    const token = await new SignJWT({ sub })
      .setProtectedHeader({ alg: "HS256" })
      .setAudience("member")
      .setIssuedAt(now)
      .setExpirationTime(now + 3_600)
      .sign(new TextEncoder().encode("sig_test"));
    const joining = { site: "pk_test", token };
    return (await owner.asPage("POST", "/v1/members", joining)).body.token;
  }
  return { ...owner, tokenOf, people: [...members, ...friends] };
}
