import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqliteReader } from "../collector/storage/sqlite/open-sqlite.ts";
import type { SaleEvent } from "../sdk/protocol/events.ts";
import {
  type CollectorProcess,
  keys,
  startCollector,
  temporaryFolder,
} from "./collector-process.ts";
import {
  type FoldedReward,
  foldOfLedger,
  reservedIn,
  sumOf,
} from "./fold-of-ledger.ts";
import { eventId, type Member, signToken, siteApi } from "./site-api.ts";

const database = join(temporaryFolder(), "enishi.db");
let collector: CollectorProcess;
let api: ReturnType<typeof siteApi>;

beforeAll(async () => {
  collector = await startCollector({ database });
  api = siteApi(collector);
});
afterAll(() => collector?.end("SIGTERM"));

/** A programme of its own for each test, with a member who refers for it. */
async function program(id: string, brakes: object, steps: object[] = [{}, {}]) {
  const { body } = await api.asServer<{
    items: { steps: object[]; id: string }[];
  }>("GET", "/v1/programs");
  const rules = body.items.find((one) => one.id === "default");
  const answer = await api.asServer("PUT", `/v1/programs/${id}`, {
    ...rules,
    id,
    limits: [],
    ...brakes,
    steps: rules?.steps.map((step, n) => ({ ...step, ...steps[n] })),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return api.putMember(`${id}-member`, { program: id });
}

let orders = 0;
/** An order by a friend whom nobody has referred yet; a sale of 100,000 yen earns both sides 1,200. */
function order(member: Member, type: "lead" | "sale") {
  orders += 1;
  return {
    type,
    orderId: `order-${orders}`,
    customer: { id: `friend-${orders}` },
    code: member.code,
    ...(type === "sale" ? { amountMinor: 100_000, currency: "JPY" } : {}),
  };
}
type Order = ReturnType<typeof order>;

const many = <One>(count: number, one: (n: number) => One): One[] =>
  Array.from({ length: count }, (_, n) => one(n));

async function convert(one: Order) {
  const { status, body } = await api.convert(one);
  expect(status, JSON.stringify(body)).toBe(201);
}
async function claim({ type, ...one }: Order) {
  const event = { ...one, type, id: eventId(), at: Date.now() } as SaleEvent;
  const visitor = `visitor-of-${one.customer.id}`.padEnd(16, "0");
  const { body } = await api.send([event], visitor);
  expect(body).toMatchObject({ accepted: 1, refused: [] });
}
async function verify({ type, orderId }: Order) {
  const [found] = await api.conversions(orderId);
  expect(found?.type).toBe(type);
  const { status } = await api.asServer(
    "POST",
    `/v1/conversions/${found?.id}/verification`,
  );
  expect(status).toBe(200);
}
async function refund({ orderId }: Order, amountMinor: number) {
  const { status } = await api.asServer(
    "POST",
    `/v1/conversions/order:${orderId}/refunds`,
    { refundId: `all-of-${orderId}`, amountMinor },
  );
  expect(status).toBe(201);
}

async function fold(programId: string): Promise<FoldedReward[]> {
  const db = openSqliteReader(database);
  const all = await foldOfLedger(db);
  await db.destroy();
  return all.filter((reward) => reward.programId === programId);
}

interface ListedReward {
  id: string;
  amountMinor: number;
  compensationMinor: number;
  state: string;
}

/** What the API says is reserved is what the ledger adds up to, reward by reward. */
async function expectListed(folded: FoldedReward[]) {
  const all = (await api.rewards()) as unknown as ListedReward[];
  const listed = new Map(all.map((reward) => [reward.id, reward]));
  for (const { id, amountMinor, compensationMinor, state } of folded)
    expect(listed.get(id)).toMatchObject({
      amountMinor,
      compensationMinor,
      state,
    });
}

/** In a fixed but mixed order, so that no kind of call has the collector for itself. */
function mixed<One>(lists: One[][]): One[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return many(longest, (n) =>
    lists.flatMap((list) => list.slice(n, n + 1)),
  ).flat();
}

test("a step's and the programme's budget hold under 200 orders, verifications and refunds at once", async () => {
  const budgets = { lead: 20_000, sale: 120_000, all: 130_000 };
  const member = await program("budgets", { budgetMinor: budgets.all }, [
    { budgetMinor: budgets.lead },
    { budgetMinor: budgets.sale },
  ]);
  const earlier = many(30, () => order(member, "sale"));
  const claimed = many(30, () => order(member, "sale"));
  await Promise.all([...earlier.map(convert), ...claimed.map(claim)]);

  await Promise.all(
    mixed([
      many(80, () => order(member, "sale")).map((one) => () => convert(one)),
      many(60, () => order(member, "lead")).map((one) => () => convert(one)),
      claimed.map((one) => () => verify(one)),
      earlier.map((one, n) => () => refund(one, n % 2 ? 100_000 : 50_000)),
    ]).map((call) => call()),
  );
  // What the last refunds released is promised anew, down to less than one more reward.
  await Promise.all(many(60, () => convert(order(member, "sale"))));

  const folded = await fold("budgets");
  const reserved = reservedIn(folded);
  const on = (step: string) => sumOf(reserved.filter((one) => one.on === step));
  expect(on("lead")).toBeLessThanOrEqual(budgets.lead);
  expect(on("sale")).toBeLessThanOrEqual(budgets.sale);
  expect(sumOf(reserved)).toBeLessThanOrEqual(budgets.all);
  const left = Math.min(
    budgets.sale - on("sale"),
    budgets.all - sumOf(reserved),
  );
  expect(left).toBeLessThan(1_200);
  await expectListed(folded);
  expect(
    (await api.rewards()).filter(({ because }) => because === "budget_spent")
      .length,
  ).toBeGreaterThan(0);
});

const windows = ["day", "month", "year", "lifetime"] as const;

test("limits of count and of money hold in every window under 200 orders at once", async () => {
  const limits = windows.flatMap((window) => [
    { per: "member", on: "lead", unit: "count", max: 5, window } as const,
    { per: "member", on: null, unit: "money", max: 5_000, window } as const,
  ]);
  const calls: (() => Promise<void>)[][] = [];
  for (const limit of limits) {
    const id = `${limit.unit}-a-${limit.window}`;
    const member = await program(id, { limits: [limit] });
    const type = limit.unit === "count" ? "lead" : "sale";
    const claimed = many(10, () => order(member, type));
    await Promise.all(claimed.map(claim));
    calls.push(claimed.map((one) => () => verify(one)));
    calls.push(many(15, () => () => convert(order(member, type))));
  }
  const all = mixed(calls);
  expect(all).toHaveLength(200);
  await Promise.all(all.map((call) => call()));

  for (const { unit, max, window } of limits) {
    const folded = await fold(`${unit}-a-${window}`);
    await expectListed(folded);
    const own = reservedIn(folded).filter(({ side }) => side === "referrer");
    // Midnight may come in between: then there are two windows.
    for (const [, inWindow] of Map.groupBy(own, (one) => nameOf(one, window)))
      expect(unit === "count" ? inWindow.length : sumOf(inWindow)).toBe(max);
  }
});

/** The calendar window that a reward counts in, as the calendar itself names it. */
function nameOf({ createdAt }: FoldedReward, window: (typeof windows)[number]) {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Tokyo" });
  const letters = { day: 10, month: 7, year: 4, lifetime: 0 }[window];
  return day.format(createdAt).slice(0, letters);
}

test("50 leads at once and 40 codes: no code twice, none lost, ten rewards wait for the next upload", async () => {
  const member = await program("pool", {});
  const upload = (id: string, codes: string[]) =>
    api.asServer("POST", `/v1/gift-pools/${id}/codes`, { codes });
  const codes = many(60, (n) => `GIFT-${String(n).padStart(4, "0")}`);
  const { body } = await api.asServer<{ id: string }>(
    "POST",
    "/v1/gift-pools",
    {
      name: "300 yen",
      programId: "pool",
      on: "lead",
      to: "referrer",
      valueMinor: 300,
      currency: "JPY",
    },
  );
  await upload(body.id, codes.slice(0, 40));

  const leads = many(50, () => order(member, "lead"));
  await Promise.all(
    // Each of them twice: a replay takes no second code.
    leads.flatMap((lead) => [api.convert(lead), api.convert(lead)]),
  );
  const token = await signToken("member", { sub: "pool-member" });
  const joined = await api.asPage<{ token: string }>("POST", "/v1/members", {
    site: keys.site,
    program: "pool",
    token,
  });
  const given = async () => {
    const { body } = await api.asPage<{ rewards: { giftCode?: string }[] }>(
      "GET",
      "/v1/me",
      undefined,
      { Authorization: `Bearer ${joined.body.token}` },
    );
    return body.rewards.flatMap(({ giftCode }) => giftCode ?? []);
  };
  expect((await given()).sort()).toEqual(codes.slice(0, 40));
  const waiting = (await fold("pool")).filter(
    ({ side, state }) => side === "referrer" && state === "pending",
  );
  expect(waiting).toHaveLength(10);

  const more = codes.slice(40);
  const uploads = await Promise.all([
    upload(body.id, more.slice(0, 5)),
    upload(body.id, more.slice(5)),
  ]);
  expect(uploads.map(({ status }) => status)).toEqual([200, 200]);
  expect((await given()).sort()).toHaveLength(50);
  expect(new Set(await given()).size).toBe(50);
  const pools = await api.asServer<{ items: { id: string; left: number }[] }>(
    "GET",
    "/v1/gift-pools",
  );
  expect(pools.body.items.find(({ id }) => id === body.id)).toMatchObject({
    left: 10,
    handedOut: 50,
    waiting: 0,
  });
});
