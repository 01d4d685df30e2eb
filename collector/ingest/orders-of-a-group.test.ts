import { expect, test } from "vitest";
import { foldOfLedger, reservedIn, sumOf } from "../../tests/fold-of-ledger.ts";
import { openWork, word } from "../../tests/open-work.ts";
import { randomFrom } from "../../tests/random-from.ts";
import type { ConversionAnswer } from "../actions/answer-conversion.ts";
import { listPrograms } from "../actions/list-programs.ts";
import type { Outcome } from "../actions/outcome.ts";
import { putMember } from "../actions/put-member.ts";
import { putProgram } from "../actions/put-program.ts";
import type { Program } from "../domain/program.ts";
import { commitCommands } from "./commit-commands.ts";

/** A shop and its members, and orders to send. */
async function openShop(change: Partial<Program> = {}, members = 2) {
  const open = await openWork();
  const { work, siteId, storage } = open;
  const [rules] = await listPrograms(work, { siteId });
  if (!rules) throw new Error("The first site has no programme.");
  const program = { ...rules, limits: [], ...change };
  await putProgram(work, { siteId, program, by: "test" });
  const codes: string[] = [];
  for (let n = 0; n < members; n++) {
    const { member } = await putMember(work, { siteId, externalId: `m${n}` });
    codes.push(member.code);
  }
  open.clock.now += 60_000;
  const order = (facts: Facts) => ({
    name: "recordConversion" as const,
    input: { siteId, word: word({ ...facts, code: codes[facts.by] ?? null }) },
  });
  const send = (...groups: Facts[][]) =>
    groups.reduce<Promise<Outcome[]>>(
      async (before, group) => [
        ...(await before),
        ...(await commitCommands(storage, work, group.map(order))),
      ],
      Promise.resolve([]),
    );
  return { ...open, send };
}

type Facts = Parameters<typeof word>[0] & { by: number };

const occurredAt = Date.UTC(2026, 3, 1) + 60_000;

function sale(n: number, more: Partial<Facts> = {}): Facts {
  const customer = { id: `friend-${n}`, email: null, existing: null };
  return { orderId: `A${n}`, by: n % 2, customer, occurredAt, ...more };
}

/** What was decided, without the names that are new each time. */
function decided(outcomes: Outcome[]) {
  return outcomes.map((outcome) => {
    if (!outcome.ok) return outcome.domain?.code;
    const { created, conversion } = outcome.value as {
      created: boolean;
      conversion: ConversionAnswer;
    };
    const { orderId, because, attributed, verdict, rewards } = conversion;
    return {
      ...{ created, orderId, because, by: attributed?.by, verdict },
      rewards: rewards.map(({ to, amountMinor, state, because }) => ({
        ...{ to, amountMinor, state, because },
      })),
    };
  });
}

function each(orders: Facts[]): Facts[][] {
  return orders.map((one) => [one]);
}

/** Where orders run beside others: those that have nothing to do with one before them, and then the rest. */
function inTheirOrder(group: Facts[], before: Facts[]): Facts[] {
  if (process.env.ENISHI_TEST_ENGINE !== "postgres") return group;
  const taken = new Set(before.flatMap(namesIn));
  const rest = group.filter((facts) => {
    const names = namesIn(facts);
    if (names.some((name) => taken.has(name))) return true;
    for (const name of names) taken.add(name);
    return false;
  });
  return [...group.filter((facts) => !rest.includes(facts)), ...rest];
}

function namesIn({ orderId, visitor, customer }: Facts): string[] {
  const mailbox = customer?.email?.replace("friend.", "friend");
  return [orderId, visitor, customer?.id, mailbox].filter(
    (name) => typeof name === "string",
  );
}

test("orders of one group are decided as if each had come by itself", async () => {
  const random = randomFrom(20_261_121);
  const members = 10;
  const upTo = (count: number) => Math.floor(random() * count);
  // Nobody brings suspiciously many friends; customers, mails and browsers are few, so that many orders have to do with one another.
  const orders = Array.from({ length: 60 }, (_, n) => {
    const who = upTo(30);
    return sale(n, {
      by: upTo(members + 3),
      visitor: upTo(3) ? null : `visitor-of-number-${who}`,
      customer: {
        id: upTo(4) ? `friend-${who}` : null,
        email: upTo(3) ? null : `friend${upTo(2) ? "" : "."}${who}@gmail.com`,
        existing: null,
      },
    });
  });
  const earlier = orders.splice(0, 10);
  const together = await openShop({}, members);
  const outcomes = await together.send(...each(earlier), orders);
  const alone = await openShop({}, members);
  const oneByOne = await alone.send(
    ...each([...earlier, ...inTheirOrder(orders, earlier)]),
  );
  const byOrder = (all: Outcome[]) =>
    decided(all)
      .map((one) => JSON.stringify(one))
      .sort();
  expect(byOrder(outcomes)).toEqual(byOrder(oneByOne));
  await together.close();
  await alone.close();
});

test("two orders by one person who is known by two names are decided one after the other", async () => {
  const shop = await openShop();
  const nobody = { id: null, email: null, existing: null };
  const nameless = { by: 9, visitor: "their-browser", customer: nobody };
  const [, ...decisions] = decided(
    await shop.send(
      [sale(1, { by: 9, visitor: "their-browser" })],
      [sale(2, { customer: { ...nobody, id: "friend-1" } }), sale(3, nameless)],
    ),
  );
  expect(decisions).toMatchObject([{ by: "code" }, { by: "earlier" }]);
  await shop.close();
});

test("an order that comes several times in a group is one, and what contradicts it is refused", async () => {
  const shop = await openShop();
  const twice = [sale(1), sale(2), sale(1), sale(2, { amountMinor: 1 })];
  const outcomes = await shop.send(twice);
  expect(
    decided(outcomes).map((one) =>
      typeof one === "object" ? one.created : one,
    ),
  ).toEqual([true, true, false, "order_conflict"]);
  expect(await foldOfLedger(shop.work.db)).toHaveLength(4);
  await shop.close();
});

test("friends of one instant count those before them, and not those after", async () => {
  const shop = await openShop();
  const orders = Array.from({ length: 40 }, (_, n) => sale(n, { by: 0 }));
  const noted = decided(await shop.send(orders)).map((one) =>
    typeof one === "object"
      ? one.verdict?.reasons.find(({ code }) => code === "velocity")?.points
      : one,
  );
  expect(noted).toEqual([
    ...Array.from({ length: 9 }, () => undefined),
    ...Array.from({ length: 20 }, () => 15),
    ...Array.from({ length: 11 }, () => 25),
  ]);
  await shop.close();
});

test("no group gives more than limits leave", async () => {
  const limit = { per: "member", on: null, window: "month" } as const;
  const shop = await openShop({
    limits: [{ ...limit, unit: "count", max: 7 }],
  });
  await shop.send(Array.from({ length: 30 }, (_, n) => sale(n)));
  const reserved = reservedIn(await foldOfLedger(shop.work.db));
  const earned = reserved.filter(({ side }) => side === "referrer");
  expect(earned).toHaveLength(14);
  await shop.close();
});

test("no group gives more than a budget leaves", async () => {
  const shop = await openShop({ budgetMinor: 10_000 });
  await shop.send(Array.from({ length: 30 }, (_, n) => sale(n)));
  // Rewards of 1,200 are given whole or not at all.
  const reserved = reservedIn(await foldOfLedger(shop.work.db));
  expect(sumOf(reserved)).toBe(9_600);
  await shop.close();
});
