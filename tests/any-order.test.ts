import { SignJWT } from "jose";
import { expect, onTestFinished, test } from "vitest";
import { selectUnbalanced } from "../collector/storage/queries/ledger-balance.ts";
import { openApp } from "./open-app.ts";

type App = Awaited<ReturnType<typeof openApp>>;

/** What the visit of a friend makes browsers and the shop's server say, each by itself. */
async function messagesOf(app: App, { code, n }: { code: string; n: number }) {
  const start = app.clock.now;
  const friend = `friend-${String(n).padStart(4, "0")}`;
  const visitor = `visitor-of-${friend}`;
  const tell = (name: string, event: object) => () =>
    app.events([{ id: `${name}-of-${friend}`, ...event }], { visitor });
  const lead = { type: "lead", orderId: `lead-${n}` };
  const token = await new SignJWT({ ...lead, sub: friend })
    .setProtectedHeader({ alg: "HS256" })
    .setAudience("conversion")
    .setIssuedAt(Math.floor(start / 1_000))
    .setExpirationTime(Math.floor(start / 1_000) + 3_600)
    .sign(new TextEncoder().encode("sig_test"));
  const sale = {
    ...{ type: "sale", orderId: `sale-${n}`, customer: { id: friend } },
    ...{ amountMinor: 100_000, currency: "JPY" },
  };
  const url = "https://shop.example/";
  const click = tell("click", { type: "click", at: start, code, url });
  return [
    click,
    tell("lead", { type: "lead", at: start + 1_000, token }),
    tell("sale", { ...sale, at: start + 2_000 }),
    () =>
      app.asServer("POST", "/v1/conversions", {
        ...{ ...sale, visitor, occurredAt: start + 2_000 },
      }),
    // Again, as by a browser that heard no answer.
    click,
  ];
}

/** What a friend's orders have brought whom; the ids and numbers of each are its own. */
async function booksOf({ work: { db } }: App, n: number) {
  const orders = [`lead-${n}`, `sale-${n}`];
  const rewards = await db
    .selectFrom("rewards")
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .innerJoin("members", "members.id", "conversions.member_id")
    .innerJoin("ledger", "ledger.reward_id", "rewards.id")
    .where("order_id", "in", orders)
    .where("rewards.state", "!=", "void")
    .groupBy(["step_on", "side", "rewards.state", "trust", "external_id"])
    .select(["step_on", "side", "rewards.state", "trust", "external_id"])
    .select((by) => by.fn.sum<number>("ledger.amount_minor").as("sum"))
    .orderBy("step_on")
    .orderBy("side")
    .execute();
  const stored = await db
    .selectFrom("conversions")
    .where("order_id", "in", orders)
    .select("type")
    .orderBy("type")
    .execute();
  return { rewards, stored };
}

test("click, lead, claim and the server's word come to the same books in whatever order they come", async () => {
  const app = await openApp();
  onTestFinished(() => app.close());
  const { code } = await app.member("hanako");
  const { items } = (await app.asServer("GET", "/v1/programs")).body;
  const free = { ...items[0], limits: [] };
  await app.asServer("PUT", "/v1/programs/default", free);
  const books: Awaited<ReturnType<typeof booksOf>>[] = [];
  for (const [n, order] of permutationsOf([0, 1, 2, 3, 4]).entries()) {
    const messages = await messagesOf(app, { code, n });
    for (const place of order) {
      app.clock.now += 5_000;
      const answer = await messages[place]?.();
      expect(answer?.status).toBeLessThan(300);
      expect(answer?.body.refused ?? []).toEqual([]);
    }
    books.push(await booksOf(app, n));
    expect(books[n], `in the order ${order}`).toEqual(books[0]);
  }
  expect(books).toHaveLength(120);
  expect(books[0]).toMatchObject({
    rewards: [
      { step_on: "lead", side: "friend", trust: "token" },
      { step_on: "lead", side: "referrer", trust: "token" },
      { step_on: "sale", side: "friend", trust: "server" },
      { step_on: "sale", side: "referrer", trust: "server" },
    ],
    stored: [{ type: "lead" }, { type: "sale" }],
  });
  const { unbalanced } = await selectUnbalanced(app.work.db, {
    ...{ after: "", count: 10_000 },
  });
  expect(unbalanced).toEqual([]);
});

function permutationsOf(list: number[]): number[][] {
  if (list.length < 2) return [list];
  return list.flatMap((one) =>
    permutationsOf(list.filter((other) => other !== one)).map((rest) => [
      one,
      ...rest,
    ]),
  );
}
