import fc from "fast-check";
import { SignJWT } from "jose";
import { expect, test } from "vitest";
import { selectUnbalanced } from "../collector/storage/queries/ledger-balance.ts";
import { isLongRun, seeded } from "./long-run.ts";
import { openApp, someId } from "./open-app.ts";
import { tellProgress } from "./tell-progress.ts";

const runs = isLongRun ? 2_000 : 40;
const devices = 4;
/** Whose page alone speaks of their orders, and whose links nobody has given out. */
const passersBy = 2;
const everybody = devices + passersBy;
type Type = "share" | "lead" | "sale" | "click" | "claim";
const members = ["hanako", "jiro", "sakura"];

type Step =
  | {
      do: "make";
      device: number;
      type: Type;
      pick: number;
    }
  | { do: "wait"; ms: number }
  | {
      do: "send";
      device: number;
      /** By which what is unsent is put in another order. */
      shuffle: number;
      /** Events that were acknowledged long ago, and one of these twice. */
      again: number;
      /** What becomes of the request, and of its answer. */
      fate: "arrives" | "request lost" | "answer lost";
    };

const device = fc.nat(devices - 1);
const passerBy = fc.integer({ min: devices, max: everybody - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("make" as const),
    device,
    type: fc.constantFrom("share", "lead", "sale"),
    pick: fc.nat(5),
  }),
  fc.record({
    do: fc.constant("make" as const),
    device: passerBy,
    type: fc.constantFrom("click", "claim"),
    pick: fc.nat(5),
  }),
  fc.record({ do: fc.constant("wait" as const), ms: fc.nat(600_000) }),
  fc.record({
    do: fc.constant("send" as const),
    device: fc.oneof(device, passerBy),
    shuffle: fc.nat(1_000),
    again: fc.nat(2),
    fate: fc.constantFrom("arrives", "arrives", "request lost", "answer lost"),
  }),
);
/** How wrong each device's clock is: up to ten years. */
const skews = fc.array(fc.integer({ min: -3e11, max: 3e11 }), {
  minLength: everybody,
  maxLength: everybody,
});

interface Made {
  id: string;
  type: Type;
  /** By a clock that is right. */
  madeAt: number;
  device: number;
  member: string;
  orderId: string | null;
  wire: object;
}

test("whatever clients repeat, reorder, lose or date wrongly, the store is what a model says", {
  timeout: runs * 1_000 + 30_000,
}, async () => {
  const simulated = tellProgress(runs, "simulations");
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 60 }),
      skews,
      async (steps, skew) => {
        await simulate(steps, skew);
        simulated();
      },
    ),
    { numRuns: runs, ...seeded },
  );
});

async function simulate(steps: Step[], skew: number[]): Promise<void> {
  const open = await openApp();
  const { clock, work } = open;
  const codes = new Map<string, string>();
  for (const id of members) codes.set(id, (await open.member(id)).code);
  const { items } = (await open.asServer("GET", "/v1/programs")).body;
  await open.asServer("PUT", "/v1/programs/default", {
    ...items[0],
    limits: [],
  });
  const model = newModel();
  const unsent: Made[][] = Array.from({ length: everybody }, () => []);
  const sent: Made[][] = Array.from({ length: everybody }, () => []);

  async function make({ device, type, pick }: Step & { do: "make" }) {
    const isOrder = type !== "share" && type !== "click";
    const orderId = isOrder ? `${type}-${device}-${pick % 3}` : null;
    // One order is told with one code, however often.
    const member = members[(device + pick) % 3] as string;
    const made = { id: someId(), type, device, member, orderId };
    unsent[device]?.push({
      ...made,
      madeAt: clock.now,
      wire:
        device < devices
          ? { ...made, device: undefined, code: codes.get(member) }
          : ofPasserBy(made),
    });
    const last = unsent[device]?.at(-1);
    if (last && orderId !== null && device < devices)
      last.wire = {
        id: made.id,
        type,
        token: await signed({
          ...(type === "sale"
            ? { amountMinor: amountOf(orderId), currency: "JPY" }
            : {}),
          type,
          orderId,
          sub: `friend-${device}`,
          code: codes.get(member),
        }),
      };
  }

  async function signed(claims: object): Promise<string> {
    const now = Math.floor(clock.now / 1000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: "HS256" })
      .setAudience("conversion")
      .setIssuedAt(now)
      .setExpirationTime(now + 86_400)
      .sign(new TextEncoder().encode("sig_test"));
  }

  async function send({ device, shuffle, again, fate }: Step & { do: "send" }) {
    const fresh = (unsent[device] ?? []).slice(0, 40);
    const old = (sent[device] ?? []).slice(0, again);
    const batch = shuffled([...fresh, ...old, ...old.slice(0, 1)], shuffle);
    if (fate === "request lost" || !batch.length) return;
    const wrong = skew[device] ?? 0;
    const { status, body } = await open.events(
      batch.map(({ wire, madeAt }) => ({ ...wire, at: madeAt + wrong })),
      {
        sentAt: clock.now + wrong,
        visitor: `visitor-of-device-${device}`,
      },
    );
    expect({ status, refused: body.refused }).toEqual({
      status: 202,
      refused: [],
    });
    expect(body.accepted).toBe(batch.filter(model.take).length);
    if (fate === "answer lost") return;
    unsent[device] = (unsent[device] ?? []).slice(fresh.length);
    sent[device]?.push(...fresh);
  }

  for (const one of steps) {
    if (one.do === "make") await make(one);
    else if (one.do === "send") await send(one);
    else clock.now += one.ms;
  }
  for (let device = 0; device < everybody; device++)
    while (unsent[device]?.length)
      await send({ do: "send", device, shuffle: 0, again: 2, fate: "arrives" });

  const { db } = work;
  const events = await db
    .selectFrom("events")
    .select(["id", "type", "at"])
    .execute();
  expect(sorted(events)).toEqual(sorted(model.events()));
  const rewards = await db
    .selectFrom("rewards")
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .innerJoin("members", "members.id", "conversions.member_id")
    .select(["order_id", "side", "external_id", "rewards.amount_minor"])
    .execute();
  expect(sorted(rewards)).toEqual(sorted(model.rewards()));
  const orders = await db
    .selectFrom("conversions")
    .select("order_id")
    .execute();
  expect(sorted(orders)).toEqual(
    sorted(model.orders().map((order_id) => ({ order_id }))),
  );
  const { unbalanced } = await selectUnbalanced(db, { after: "", count: 1e6 });
  expect(unbalanced).toEqual([]);
  await open.close();
}

/** What has come, as simple as it can be said. */
function newModel() {
  const events = new Map<string, Made>();
  const orders = new Map<string, Made>();
  /** Who referred a friend: whose code came first. */
  const referrers = new Map<number, string>();
  const rewards: object[] = [];
  return {
    /** Whether it is news. */
    take(made: Made): boolean {
      const { id, type, orderId, device, member } = made;
      if (events.has(id)) return false;
      events.set(id, made);
      if (orderId === null || orders.has(orderId)) return true;
      const isFirst = ![...orders.values()].some(
        (order) => order.device === device && order.type === type,
      );
      orders.set(orderId, made);
      if (type === "claim") return true;
      const referrer = referrers.get(device) ?? member;
      referrers.set(device, referrer);
      if (!isFirst) return true;
      for (const side of ["referrer", "friend"])
        rewards.push({
          order_id: orderId,
          side,
          external_id: referrer,
          // 3 % of a gross profit of 40 %.
          amount_minor:
            type === "lead" ? 300 : Math.floor(amountOf(orderId) * 0.4 * 0.03),
        });
      return true;
    },
    events: () =>
      [...events.values()].map(({ id, type, madeAt }) => ({
        id,
        type: type === "claim" ? "sale" : type,
        at: madeAt,
      })),
    orders: () => [...orders.keys()],
    rewards: () => rewards,
  };
}

/** A click counts for an order that came before it, and one by a code that nobody has changes nothing about it. */
function ofPasserBy({
  id,
  type,
  orderId,
}: {
  id: string;
  type: Type;
  orderId: string | null;
}): object {
  return orderId === null
    ? { id, type, code: "ZZZZ2222", url: "https://shop.example/" }
    : {
        id,
        type: "sale",
        orderId,
        amountMinor: amountOf(orderId),
        currency: "JPY",
      };
}

function amountOf(orderId: string): number {
  return 10_000 * (1 + (orderId.charCodeAt(orderId.length - 1) % 3));
}

function shuffled<One>(list: One[], by: number): One[] {
  return list
    .map((one, n) => ({ one, place: ((n + 1) * (by + 7919)) % 1_009 }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

const sorted = (list: object[]) =>
  list.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort();
