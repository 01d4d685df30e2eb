import { afterAll, beforeAll, expect, test } from "vitest";
import { openBusyWorld } from "./busy-world.ts";
import {
  type FoldedReward,
  foldOfLedger,
  historyOfLedger,
  sumOf,
} from "./fold-of-ledger.ts";

/** Everything that shows money, against the ledger's own lines added up here: a figure that is kept apart from them cannot drift unseen. */
let world: Awaited<ReturnType<typeof openBusyWorld>>;
let fold: FoldedReward[];
let history: Awaited<ReturnType<typeof historyOfLedger>>;
beforeAll(async () => {
  world = await openBusyWorld({ seed: 20260401, acts: 400 });
  fold = await foldOfLedger(world.work.db);
  history = await historyOfLedger(world.work.db);
});
afterAll(() => world?.close());

/** How each address that answers a GET is looked at; `none`: it shows no figure of the books. A new address has to be added here. */
const none = "none";
type Walk = typeof none | (() => Promise<void>);

test("the world is busy enough to show anything", () => {
  const states = Map.groupBy(fold, ({ state }) => state);
  for (const state of ["pending", "confirmed", "paid", "void"] as const)
    expect(states.get(state)?.length, state).toBeGreaterThan(9);
  expect(fold.some(({ compensationMinor }) => compensationMinor < 0)).toBe(
    true,
  );
  expect(fold.some(({ verified }) => !verified)).toBe(true);
  expect(fold.some(({ held }) => held)).toBe(true);
  const paid = history.filter(({ reason }) => reason?.startsWith("payout:"));
  expect(paid.some(({ entry }) => entry === "pay")).toBe(true);
  expect(paid.some(({ entry }) => entry === "compensate")).toBe(true);
});

const api: Record<string, Walk> = {
  "/v1/rewards": async () => {
    const listed = await all<Listed>("/v1/rewards");
    expect(listed.map(figures)).toEqual(newestFirst(fold).map(figures));
    for (const state of ["pending", "confirmed", "paid", "void"]) {
      const some = await all<Listed>(`/v1/rewards?state=${state}`);
      expect(some.map(({ id }) => id).sort()).toEqual(
        idsOf(fold.filter((one) => one.state === state)),
      );
    }
  },
  "/v1/conversions": async () => {
    const shown = (await all<{ rewards: Listed[] }>("/v1/conversions")).flatMap(
      ({ rewards }) => rewards,
    );
    expect(shown.length).toBeGreaterThan(50);
    for (const reward of shown)
      expect(figures(reward)).toEqual(figures(folded(reward.id)));
    // Nothing that stands is left out.
    const standing = fold.filter(({ state }) => state !== "void");
    const ids = new Set(shown.map(({ id }) => id));
    expect(standing.filter(({ id }) => !ids.has(id))).toEqual([]);
  },
  "/v1/me": async () => {
    for (const person of world.people) {
      const Authorization = `Bearer ${await world.tokenOf(person)}`;
      const { body } = await world.asPage("GET", "/v1/me", undefined, {
        Authorization,
      });
      const personId = await personOf(person);
      const own = fold.filter((one) => one.personId === personId);
      const total = (state: string) =>
        stands(own.filter((one) => one.state === state));
      expect(body.totals).toEqual({
        pendingMinor: total("pending"),
        confirmedMinor: total("confirmed"),
        paidMinor: total("paid"),
        currency: "JPY",
      });
      const latest = newestFirst(own).slice(0, 100);
      expect(body.rewards.map(moneyAndState)).toEqual(
        latest.map((one) =>
          moneyAndState({ ...one, amountMinor: stands([one]) }),
        ),
      );
    }
  },
  "/v1/reports/funnel": async () => {
    const now = world.clock.now + 1;
    const third = (now - Date.UTC(2026, 3, 1)) / 3;
    const spans = [0, 1, 2, 3].map((n) => Math.floor(now - n * third));
    for (const from of [0, ...spans])
      for (const to of spans) {
        const path = `/v1/reports/funnel?from=${from}&to=${to}`;
        const { body } = await world.asServer("GET", path);
        expect(body, path).toMatchObject(await funnelOf(from, to));
        const { grossMinor, rewardMinor, overflowMinor, roiPercent } = body;
        const cost = rewardMinor + overflowMinor;
        const roi = cost ? ((grossMinor - cost) / cost) * 100 : 0;
        expect(roiPercent, path).toBeCloseTo(roi, 1);
      }
  },
  "/v1/reports/channels": async () => {
    const path = "/v1/reports/channels";
    const { body } = await world.asServer("GET", path);
    const funnel = await world.asServer("GET", "/v1/reports/funnel");
    const rows: Record<string, number>[] = [...body.items, body.others];
    for (const what of ["shares", "copies", "clicks"])
      expect(
        rows.reduce((sum, one) => sum + (one[what] ?? 0), 0),
        what,
      ).toBe(funnel.body[what]);
  },
  "/v1/payouts": async () => {
    const runs = await all<{ id: string; state: string; totalMinor: number }>(
      "/v1/payouts",
    );
    expect(runs.length).toBeGreaterThan(5);
    for (const { id, state, totalMinor } of runs)
      expect(totalMinor).toBe(
        state === "paid" ? paidIn(id) : (await due(id)).total,
      );
  },
  "/v1/payouts/:id": async () => {
    for (const { id } of await all<{ id: string }>("/v1/payouts")) {
      const { state, total, payees } = await due(id);
      if (state === "paid") expect(total).toBe(paidIn(id));
      for (const { amountMinor, rewards } of payees)
        expect(amountMinor).toBe(
          rewards.reduce((sum, one) => sum + one.amountMinor, 0),
        );
      if (state !== "open") continue;
      for (const { reward, what, amountMinor } of payees.flatMap(
        ({ rewards }) => rewards,
      ))
        expect(amountMinor).toBe(
          what === "reward" ? folded(reward).amountMinor : unsettled(reward),
        );
    }
  },
  "/v1/payouts/:id.csv": async () => {
    for (const { id } of await all<{ id: string }>("/v1/payouts")) {
      const { text } = await world.asServer("GET", `/v1/payouts/${id}.csv`);
      const [head = "", ...lines] = text
        .replace(/^\uFEFF/, "")
        .trim()
        .split(/\r?\n/);
      const column = head.split(",").indexOf('"amountMinor"');
      const sum = lines
        .map((line) => Number(line.split(",")[column]?.replaceAll('"', "")))
        .reduce((total, amount) => total + amount, 0);
      expect(sum).toBe((await due(id)).total);
    }
  },
  "/v1/payouts/totals": async () => {
    for (const year of [2026, 2027]) {
      const items = await all<YearOf>(`/v1/payouts/totals?year=${year}`);
      expect(byPayee(items)).toEqual(byPayee(await yearOf(year)));
    }
  },
  "/v1/members/:externalId/export": async () => {
    for (const person of world.people) {
      const personId = await personOf(person);
      const own = fold.filter((one) => one.personId === personId);
      if (!own.length) continue;
      const { body } = await world.asServer(
        "GET",
        `/v1/members/${person}/export`,
      );
      const rewards = body.rewards as (Listed & {
        ledger: { amountMinor: number }[];
      })[];
      expect(idsOf(rewards)).toEqual(idsOf(own));
      for (const reward of rewards) {
        expect(figures(reward)).toEqual(figures(folded(reward.id)));
        expect(
          reward.ledger.reduce((sum, one) => sum + one.amountMinor, 0),
        ).toBe(stands([folded(reward.id)]));
      }
    }
  },
  "/v1/gift-pools": async () => {
    const [pool] = await all<Pool>("/v1/gift-pools");
    const codes = await world.work.db
      .selectFrom("gift_codes")
      .selectAll()
      .execute();
    const given = codes.filter(({ reward_id }) => reward_id !== null);
    const backed = given.filter(({ reward_id }) => {
      return folded(reward_id ?? "").state === "void";
    });
    const waiting = fold.filter(
      (one) =>
        one.kind === "gift" &&
        one.side === "referrer" &&
        one.state === "pending" &&
        one.verified &&
        !one.held &&
        one.amountMinor === 300,
    );
    expect(pool).toMatchObject({
      left: codes.length - given.length,
      handedOut: given.length,
      takenBack: backed.length,
      waiting: waiting.length,
    });
  },
  "/v1/gift-pools/:id": async () => {
    for (const pool of await all<Pool>("/v1/gift-pools"))
      expect(
        (await world.asServer("GET", `/v1/gift-pools/${pool.id}`)).body,
      ).toMatchObject(pool);
  },
  "/v1/deliveries": async () => {
    const rows = await world.work.db
      .selectFrom("deliveries")
      .select(["type", "payload"])
      .where("type", "like", "reward.%")
      .execute();
    const entryOf: Record<string, string> = {
      "reward.confirmed": "confirm",
      "reward.paid": "pay",
      "reward.voided": "void",
    };
    for (const { type, payload } of rows) {
      // Told once for every change of the amount: what it then is, a later line may change again.
      if (type === "reward.adjusted") continue;
      const { reward } = JSON.parse(payload).data as { reward: Listed };
      const lines = history.filter((line) => line.rewardId === reward.id);
      const line =
        type === "reward.created"
          ? lines[0]
          : lines.find(({ entry }) => entry === entryOf[type]);
      expect(reward.amountMinor, type).toBe(line?.amountMinor);
    }
    const told = (type: string) =>
      rows.filter((row) => row.type === type).length;
    expect(told("reward.created")).toBe(fold.length);
    for (const [type, entry] of Object.entries(entryOf))
      expect(told(type), type).toBe(
        history.filter((line) => line.entry === entry).length,
      );
  },
  // What is above a cap has no entry in the ledger.
  "/v1/overflows": none,
  "/v1/overflows.csv": none,
  "/v1/members": none,
  "/v1/referrals": none,
  "/v1/programs": none,
  "/v1/programs/:id/versions": none,
  "/v1/endpoints": none,
  "/v1/audit": none,
  "/v1/disputes": none,
  "/v1/disclosure": none,
  "/v1/settings": none,
  "/v1/seen.gif": none,
  "/": none,
  "/r/:code": none,
  "/s/:token": none,
  // The standing there is the widget's, which asks /v1/me.
  "/s/:token/progress": none,
  "/s/:token/qr.png": none,
  "/s/:token/qr.svg": none,
  "/disclosure": none,
  "/v1/doctor": none,
  "/:script{enishi-[\\w.-]+\\.js}": none,
  "/enishi.js": none,
  "/enishi/*": none,
  "/openapi.json": none,
  "/healthz": none,
  "/readyz": none,
  // Counts of events and answers only.
  "/metrics": none,
};

const owner: Record<string, Walk> = {
  "/owner": async () => {
    const html = await page("/owner");
    const spans = [...html.matchAll(/funnel\?from=(\d+)&amp;to=(\d+)/g)];
    expect(spans).toHaveLength(2);
    for (const [n, [, from, to]] of spans.entries()) {
      const funnel = await funnelOf(Number(from), Number(to));
      const shown = (label: string) => {
        const row = html.split(`<th scope="row">${label}</th>`)[1] ?? "";
        return figureIn(row.split("<td>")[n + 1]?.split("</td>")[0] ?? "");
      };
      expect(shown("Leads")).toBe(funnel.leads);
      expect(shown("Sales")).toBe(funnel.sales);
      expect(shown("Rewards")).toBe(funnel.rewards);
      expect(shown("Revenue")).toBe(funnel.revenueMinor);
      expect(shown("Reward cost")).toBe(funnel.rewardMinor);
      const above = html
        .split('<th scope="row">Perks above the caps</th>')[1]
        ?.split("<td>")
        [n + 1]?.split("</td>")[0];
      const { overflowMinor, overflowEntries } = funnel;
      expect(above).toBe(
        overflowEntries
          ? `${yen(overflowMinor)}, and ${overflowEntries} raffle entries`
          : yen(overflowMinor),
      );
    }
  },
  "/owner/rewards": async () => {
    const rows = (await pages("/owner/rewards")).flatMap(rowsOf);
    expect(rows.map(rowFigures)).toEqual(
      newestFirst(fold).map((one) => ({
        standsMinor: stands([one]),
        amountMinor: one.amountMinor,
        state: one.state,
        takenMinor: 0 - one.compensationMinor,
        struckMinor: voided(one.id),
      })),
    );
  },
  "/owner/members/:id": async () => {
    for (const person of world.people.slice(0, 3)) {
      const { body } = await world.asServer("PUT", `/v1/members/${person}`, {});
      const personId = await personOf(person);
      const own = fold.filter((one) => one.personId === personId);
      const rows = rowsOf(await page(`/owner/members/${body.id}`)).filter(
        (row) => /<strong>|<s>/.test(row),
      );
      expect(rows.map(rowFigures)).toEqual(
        newestFirst(own)
          .slice(0, 20)
          .map((one) => ({
            standsMinor: stands([one]),
            amountMinor: one.amountMinor,
            state: one.state,
            takenMinor: 0 - one.compensationMinor,
            struckMinor: voided(one.id),
          })),
      );
    }
  },
  "/owner/orders": async () => {
    const shown = (await pages("/owner/orders")).flatMap(sidesIn);
    const listed = await all<{ rewards: Listed[] }>("/v1/conversions");
    expect(shown).toEqual(
      listed.flatMap(({ rewards }) =>
        rewards.map(({ amountMinor }) => amountMinor),
      ),
    );
  },
  "/owner/orders/:id": async () => {
    for (const reward of fold.slice(0, 40)) {
      const html = await page(`/owner/orders/${reward.conversionId}`);
      const [, shown = ""] = html.split(`<h3 id="${reward.id}">`);
      const [own = ""] = shown.split("</article>");
      const [struck] = /<s>[^<]*/.exec(own) ?? [];
      if (struck) expect(figureIn(struck)).toBe(voided(reward.id));
      else if (own) expect(standingIn(own)).toBe(stands([reward]));
      else expect(reward.state).toBe("void");
    }
  },
  "/owner/orders/:id/refund": async () => {
    const sold = fold.filter(
      ({ on, state }) => on === "sale" && state !== "void",
    );
    expect(sold.length).toBeGreaterThan(5);
    for (const { conversionId } of sold.slice(0, 20)) {
      const answer = await world.request(
        `/owner/orders/${conversionId}/refund?lang=en`,
      );
      // Of some there is nothing left that could be given back.
      if (answer.status !== 200) continue;
      const html = await answer.text();
      const own = fold.filter(
        (one) => one.conversionId === conversionId && one.state !== "void",
      );
      const shown = rowsOf(html).map((row) => ({
        stands: figureIn(
          row.split('data-label="Reward">')[1]?.split("<")[0] ?? "",
        ),
        taken: figureIn(/<strong>\u2212([^<]*)/.exec(row)?.[1] ?? "0"),
      }));
      // All that is left of an order takes all that is left of its rewards.
      if (shown.length > 0)
        expect(shown.map(({ taken }) => taken).sort()).toEqual(
          own.map((one) => stands([one])).sort(),
        );
      else expect(stands(own)).toBe(0);
      for (const one of shown) expect(one.taken).toBe(one.stands);
    }
  },
  "/owner/orders/:id/change": async () => {
    const sold = fold.filter(
      ({ on, state, verified }) =>
        on === "sale" && state !== "void" && verified,
    );
    for (const { conversionId } of sold.slice(0, 20)) {
      const path = `/owner/orders/${conversionId}/change?gross=0`;
      const html = await page(path);
      const own = fold.filter((one) => one.conversionId === conversionId);
      const shown = rowsOf(html).map((row) =>
        figureIn(row.split('data-label="Reward"')[1]?.split("<")[0] ?? ""),
      );
      for (const amount of shown)
        expect(own.map((one) => stands([one]))).toContain(amount);
    }
  },
  "/owner/queue": async () => {
    const shown = (await pages("/owner/queue")).flatMap(sidesIn);
    const waiting = fold.filter(({ verified }) => !verified);
    expect(waiting.length).toBeGreaterThan(3);
    expect(shown.sort()).toEqual(
      waiting.map(({ amountMinor }) => amountMinor).sort(),
    );
  },
  "/owner/queue/held": async () => {
    const shown = (await pages("/owner/queue/held")).flatMap(sidesIn);
    const orders = new Set(
      fold.filter(({ held }) => held).map((one) => one.conversionId),
    );
    const listed = await all<{ id: string; rewards: Listed[] }>(
      "/v1/conversions",
    );
    expect(shown).toEqual(
      listed
        .filter(({ id }) => orders.has(id))
        .flatMap(({ rewards }) =>
          rewards.map(({ id }) => folded(id).amountMinor),
        ),
    );
  },
  "/owner/payouts": async () => {
    const rows = (await pages("/owner/payouts")).flatMap((html) =>
      rowsOf(html).filter((row) => row.includes("/owner/payouts/pay_")),
    );
    const runs = await all<{
      id: string;
      totalMinor: number;
      held: { amountMinor: number } | null;
    }>("/v1/payouts");
    expect(runs.some(({ held }) => held)).toBe(true);
    expect(rows).toHaveLength(runs.length);
    for (const [n, { id, totalMinor, held }] of runs.entries()) {
      expect(rows[n]).toContain(id);
      // Of a cancelled run, what it held.
      expect(figuresIn(rows[n] ?? "")).toContain(
        yen(held?.amountMinor ?? totalMinor),
      );
    }
  },
  "/owner/payouts/:id": async () => {
    for (const { id } of await all<{ id: string }>("/v1/payouts")) {
      const html = await page(`/owner/payouts/${id}`);
      const { total, payees } = await due(id);
      expect(html).toContain(yen(total));
      const people = rowsOf(html).map(
        (row) => /<strong>([^<]*)<\/strong>/.exec(row)?.[1],
      );
      expect(people.filter(Boolean)).toEqual(
        payees.map(({ amountMinor }) => yen(amountMinor)),
      );
    }
  },
  "/owner/payouts/:id/payment": async () => {
    const runs = await all<{ id: string; state: string }>("/v1/payouts");
    const open = runs.filter(({ state }) => state === "open");
    expect(open.length).toBeGreaterThan(0);
    for (const { id } of open)
      expect(await page(`/owner/payouts/${id}/payment`)).toContain(
        yen((await due(id)).total),
      );
  },
  "/owner/payouts/:file{.+\\.csv}": async () => {
    for (const { id } of await all<{ id: string }>("/v1/payouts")) {
      const answer = await world.request(`/owner/payouts/${id}.csv`);
      const { text } = await world.asServer("GET", `/v1/payouts/${id}.csv`);
      expect(await answer.text()).toBe(text);
    }
  },
  "/owner/payouts/totals": async () => {
    for (const year of [2026, 2027]) {
      const rows = rowsOf(await page(`/owner/payouts/totals?year=${year}`));
      const items = await all<YearOf>(`/v1/payouts/totals?year=${year}`);
      expect(rows).toHaveLength(items.length);
      for (const [n, one] of items.entries()) {
        expect(rows[n]).toContain(yen(one.paidMinor));
        expect(rows[n]).toContain(yen(one.totalMinor));
      }
    }
  },
  "/owner/payouts/totals.csv": async () => {
    for (const year of [2026, 2027]) {
      const path = `/owner/payouts/totals.csv?year=${year}`;
      const text = await (await world.request(path)).text();
      const [, ...lines] = text.trim().split(/\r?\n/);
      const shown = lines.map((line) => line.replaceAll('"', "").split(","));
      expect(
        shown.map((cells) => [cells[1], Number(cells.at(-1))]).sort(),
      ).toEqual(
        (await yearOf(year))
          .map(({ payee, totalMinor }) => [payee, totalMinor])
          .sort(),
      );
    }
  },
  "/owner/gifts": async () => {
    const [pool] = await all<Pool>("/v1/gift-pools");
    const html = await page("/owner/gifts");
    for (const count of [pool?.left, pool?.handedOut, pool?.waiting])
      expect(html).toMatch(new RegExp(`>[^<>]*\\b${count}\\b`));
  },
  "/owner/gifts/:id": async () => {
    const [pool] = await all<Pool>("/v1/gift-pools");
    const html = await page(`/owner/gifts/${pool?.id}`);
    for (const count of [pool?.left, pool?.handedOut, pool?.waiting])
      expect(html).toMatch(new RegExp(`>[^<>]*\\b${count}\\b`));
  },
  // Only what a shop has sold, and what waits for a decision.
  "/owner/queue/disputed": none,
  "/owner/queue/unmatched": none,
  "/owner/queue/disputed/bulk": none,
  "/owner/queue/unmatched/bulk": none,
  // What is chosen by hand is summed: owner-bulk.test.ts.
  "/owner/queue/:what{unverified|held}/bulk": none,
  "/owner/rewards/bulk": none,
  // What is above a cap has no entry in the ledger.
  "/owner/rewards/overflows.csv": none,
  "/owner/audit": none,
  "/owner/members/:id/erasure": none,
  "/owner/sites": none,
  "/owner/sites/customers": none,
  "/owner/sites/keys": none,
  "/owner/sites/settings": none,
  "/owner/style.css": none,
  "/owner/login": none,
  "/owner/progress/:id": none,
  "/owner/program": none,
  "/owner/program/history": none,
  "/owner/program/versions/:version{[0-9]{1,9}}": none,
  "/owner/webhooks": none,
  "/owner/members": none,
  "/owner/install": none,
};

test("every address of the API that can be read is in the walk", () => {
  const readable = world.app.routes
    .filter(({ method, path }) => method === "GET" && path !== "/*")
    .map(({ path }) => path);
  expect([...new Set(readable)].sort()).toEqual(Object.keys(api).sort());
});

test("every page of the owner's is in the walk", () => {
  expect(world.ownerReadable.toSorted()).toEqual(Object.keys(owner).sort());
});

const walks = Object.entries({ ...api, ...owner }).flatMap(
  ([path, walk]): [string, () => Promise<void>][] =>
    walk === none ? [] : [[path, walk]],
);

test.for(walks)(
  "every figure of %s is a fold of the ledger",
  async ([, walk]) => walk(),
);

type Pool = Record<
  "id" | "left" | "handedOut" | "takenBack" | "waiting",
  unknown
>;

interface Listed {
  id: string;
  amountMinor: number;
  compensationMinor: number;
  state: string;
}

const figures = ({ id, amountMinor, compensationMinor, state }: Listed) => ({
  id,
  amountMinor,
  compensationMinor,
  state,
});
const moneyAndState = ({
  id,
  amountMinor,
  state,
}: Omit<Listed, "compensationMinor">) => ({
  id,
  amountMinor,
  state,
});
const idsOf = (list: { id: string }[]) => list.map(({ id }) => id).sort();
const newestFirst = (list: FoldedReward[]) =>
  list.toSorted((a, b) => (a.id < b.id ? 1 : -1));
const stands = (list: FoldedReward[]) =>
  sumOf(list) +
  list.reduce((sum, { compensationMinor }) => sum + compensationMinor, 0);

function folded(id: string): FoldedReward {
  const found = fold.find((one) => one.id === id);
  if (!found) throw new Error(`Expected ${id} in the ledger.`);
  return found;
}

async function all<Item>(path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const mark = path.includes("?") ? "&" : "?";
    const { body, status } = await world.asServer(
      "GET",
      cursor ? `${path}${mark}cursor=${cursor}` : path,
    );
    expect(status, path).toBe(200);
    items.push(...body.items);
    cursor = body.next;
  } while (cursor);
  return items;
}

async function personOf(externalId: string): Promise<string | undefined> {
  const key = await world.work.db
    .selectFrom("person_keys")
    .select("person_id")
    .where("kind", "=", "id")
    .where("value", "=", externalId)
    .executeTakeFirst();
  return key?.person_id;
}

/** What the funnel has to say of a span, from the orders as they came and the ledger. */
async function funnelOf(from: number, to: number) {
  const conversions = (
    await world.work.db.selectFrom("conversions").selectAll().execute()
  ).filter(
    ({ occurred_at, member_id, trust }) =>
      occurred_at >= from &&
      occurred_at < to &&
      member_id !== null &&
      trust !== "claim" &&
      trust !== "refused",
  );
  const ids = new Set(conversions.map(({ id }) => id));
  const rewards = fold.filter(
    ({ conversionId, state }) => ids.has(conversionId) && state !== "void",
  );
  const of = (type: string) =>
    conversions.filter((one) => one.type === type).length;
  const revenueMinor = conversions.reduce(
    (sum, one) => sum + (one.amount_minor ?? 0) - one.refunded_minor,
    0,
  );
  const overflows = await overflowsOf(rewards);
  return {
    leads: of("lead"),
    sales: of("sale"),
    conversions: conversions.length,
    rewards: rewards.length,
    revenueMinor,
    rewardMinor: stands(rewards),
    overflowMinor: overflows
      .filter(({ kind }) => kind === "perk")
      .reduce((sum, { value_minor }) => sum + value_minor, 0),
    overflowEntries: overflows.filter(({ kind }) => kind === "raffle").length,
  };
}

/** What rewards have above their caps, as it is kept: the ledger has no line for it. */
async function overflowsOf(rewards: FoldedReward[]) {
  const ids = new Set(rewards.map(({ id }) => id));
  const kept = await world.work.db
    .selectFrom("overflows")
    .selectAll()
    .where("taken_back_at", "is", null)
    .execute();
  return kept.filter(({ reward_id }) => ids.has(reward_id));
}

interface Due {
  state: string;
  total: number;
  payees: {
    amountMinor: number;
    rewards: { reward: string; what: string; amountMinor: number }[];
  }[];
}

/** What a run has in it, as it is answered by itself. */
async function due(id: string): Promise<Due> {
  const { body } = await world.asServer("GET", `/v1/payouts/${id}`);
  const total = body.payees.reduce(
    (sum: number, one: { amountMinor: number }) => sum + one.amountMinor,
    0,
  );
  expect(body.totalMinor).toBe(total);
  return { state: body.state, total, payees: body.payees };
}

/** What the ledger says a run has paid: rewards at what they then were, and corrections by what had not been settled. */
function paidIn(run: string): number {
  return history
    .filter(({ reason }) => reason === `payout:${run}`)
    .reduce(
      (sum, line) =>
        sum + (line.entry === "pay" ? line.amountMinor : line.settledMinor),
      0,
    );
}

/** What was taken back from a paid reward, and is in no paid run yet. */
function unsettled(rewardId: string): number {
  return history
    .filter((line) => line.rewardId === rewardId && line.entry === "compensate")
    .reduce((sum, line) => sum + line.deltaMinor - line.settledMinor, 0);
}

interface YearOf {
  payee: string;
  paidMinor: number;
  compensatedMinor: number;
  giftsMinor: number;
  totalMinor: number;
}
const byPayee = (items: YearOf[]) =>
  items
    .map(({ payee, paidMinor, compensatedMinor, giftsMinor, totalMinor }) => ({
      payee,
      paidMinor,
      compensatedMinor,
      giftsMinor,
      totalMinor,
    }))
    .sort((a, b) => (a.payee < b.payee ? 1 : -1));

async function yearOf(year: number): Promise<YearOf[]> {
  const inYear = (at: number) =>
    new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Tokyo" })
      .format(at)
      .startsWith(String(year));
  const gifts = await world.work.db
    .selectFrom("gift_codes")
    .selectAll()
    .where("reward_id", "is not", null)
    .execute();
  const isGift = new Set(gifts.map(({ reward_id }) => reward_id));
  const totals = new Map<string, YearOf>();
  const add = (
    payee: string,
    what: "paidMinor" | "compensatedMinor" | "giftsMinor",
    amountMinor: number,
  ) => {
    const known = totals.get(payee) ?? {
      payee,
      paidMinor: 0,
      compensatedMinor: 0,
      giftsMinor: 0,
      totalMinor: 0,
    };
    known[what] += amountMinor;
    known.totalMinor += amountMinor;
    totals.set(payee, known);
  };
  for (const line of history.filter(({ at }) => inYear(at))) {
    const { personId } = folded(line.rewardId);
    if (line.entry === "pay")
      add(
        personId,
        "paidMinor",
        isGift.has(line.rewardId) ? 0 : line.amountMinor,
      );
    if (line.entry === "compensate")
      add(personId, "compensatedMinor", line.deltaMinor);
  }
  for (const { reward_id, handed_out_at } of gifts) {
    const reward = folded(reward_id ?? "");
    if (inYear(handed_out_at ?? 0) && reward.state !== "void")
      add(reward.personId, "giftsMinor", reward.amountMinor);
  }
  return [...totals.values()];
}

async function page(path: string): Promise<string> {
  const mark = path.includes("?") ? "&" : "?";
  const answer = await world.request(`${path}${mark}lang=en`);
  expect(answer.status, path).toBe(200);
  return answer.text();
}

/** A list with all that is behind its "older" links. */
async function pages(path: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const html = await page(cursor ? `${path}?cursor=${cursor}` : path);
    found.push(html);
    cursor = /cursor=([^"&]+)[^>]*>Older/.exec(html)?.[1];
  } while (cursor);
  return found;
}

const rowsOf = (html: string) =>
  html.split("<tbody>").slice(1).join("").split("<tr>").slice(1);

/** What a page says each side of its orders gets, in its order. */
const sidesIn = (html: string) =>
  [...html.matchAll(/(?:Referrer|Friend): ([^<]*?\d[\d,]*)/g)].map(([, text]) =>
    figureIn(text ?? ""),
  );

/** What the heading of a reward says of it. */
const standingIn = (html: string) =>
  figureIn(/<strong>([^<]*)<\/strong>/.exec(html)?.[1] ?? "");

/** What was taken back of a reward before it was paid, by the ledger's own line. */
const voided = (id: string) =>
  history
    .filter(({ rewardId, entry }) => rewardId === id && entry === "void")
    .reduce((sum, { deltaMinor }) => sum - deltaMinor, 0);

/** As the pages write yen in English. */
const yen = (minor: number) =>
  `${minor < 0 ? "-" : ""}¥${Math.abs(minor).toLocaleString("en-GB")}`;

/** The digits of an amount: yen have no decimals. */
const figureIn = (text: string) => Number(text.replace(/[^\d-]/g, ""));

function figuresIn(html: string): string[] {
  return html.match(/¥[\d,]+/g) ?? [];
}

function rowFigures(row: string) {
  const amount = /<strong>([^<]*)<\/strong>/.exec(row)?.[1] ?? "";
  const [, taken = "0", of = amount] =
    /([^<>]*) of ([^<>]*) taken back after payment/.exec(row) ?? [];
  return {
    standsMinor: figureIn(amount),
    amountMinor: figureIn(of),
    state: /class="state (\w+)"/.exec(row)?.[1],
    takenMinor: figureIn(taken),
    struckMinor: figureIn(/<s>[^<]*/.exec(row)?.[0] ?? ""),
  };
}
