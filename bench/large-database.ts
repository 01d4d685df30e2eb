import { startCollector } from "../tests/collector-process.ts";
import { eventId, siteApi } from "../tests/site-api.ts";
import { type Dialect, openDialect } from "./fill-dialect.ts";
import { visitorsModulus } from "./load/load.ts";
import { rebuildFigures } from "./rebuild-figures.ts";
import { openProgram } from "./requests.ts";

export interface LargeDatabase {
  database: string;
  events: number;
  members: number;
  orders: number;
  /** All tables and indexes, on the disk. */
  bytes: number;
}

const dayMs = 86_400_000;
/** Of 20 events, how many are of which type. */
const mix = { view: 10, custom: 4, click: 3, share: 2, copy: 1 };
const kinds = Object.entries(mix).flatMap(([type, count]) =>
  Array.from({ length: count }, () => type),
);

/**
 * Fills a database with a year of events, and the members, orders, rewards and
 * ledger entries that go with them. The collector itself stores one of each;
 * the rest are copies of those rows, so that they have the shape of the day.
 */
export async function fillLargeDatabase(
  database: string,
  events: number,
): Promise<LargeDatabase> {
  const members = Math.ceil(events / 1_000);
  const friends = members * 4;
  await storeOneOfEach(database);
  const dialect = await openDialect(database);
  const copy = copier(dialect);
  const { padded } = dialect;
  const since = Date.now() - 365 * dayMs;
  const atOf = (count: number) =>
    `${since} + series.n * ${Math.floor((364 * dayMs) / count)}`;
  const id = (prefix: string, n = "series.n") =>
    `'${prefix}_00' || ${padded(n, 9)}`;
  const member = `series.n % ${members} + 1`;
  const code = `'F' || ${padded(member, 7)}`;

  await copy("people", "id in (select person_id from members)", members, {
    id: id("per", `series.n + ${friends}`),
  });
  await copy("members", "external_id = 'hanako'", members, {
    id: id("mem"),
    person_id: id("per", `series.n + ${friends}`),
    external_id: "'filled-' || series.n",
    created_at: atOf(members),
  });
  await copy("codes", "true", members, {
    code: `'F' || ${padded("series.n", 7)}`,
    member_id: id("mem"),
    created_at: atOf(members),
  });
  const friendIs =
    "in (select person_id from person_keys where value = 'friend')";
  await copy("people", `id ${friendIs}`, friends, {
    id: id("per"),
    created_at: atOf(friends),
  });
  await copy("person_keys", "value = 'friend'", friends, {
    value: "'friend-' || series.n",
    person_id: id("per"),
  });
  const tie = { member_id: id("mem", member), friend_id: id("per") };
  await copy("referrals", "true", friends, {
    ...tie,
    id: id("ref"),
    code,
    touch_at: atOf(friends),
    created_at: atOf(friends),
  });
  for (const [half, type] of ["lead", "sale"].entries()) {
    const conversion = id("cnv", `series.n + ${half * friends}`);
    await copy("conversions", `type = '${type}'`, friends, {
      ...tie,
      id: conversion,
      order_id: `'${type}-' || series.n`,
      customer_id: "'friend-' || series.n",
      code,
      referral_id: id("ref"),
      credited_code: code,
      credited_at: atOf(friends),
      occurred_at: atOf(friends),
      recorded_at: atOf(friends),
    });
    for (const [quarter, side] of ["referrer", "friend"].entries()) {
      const its = `step_on = '${type}' and side = '${side}'`;
      const number = `series.n + ${(half * 2 + quarter) * friends}`;
      await copy("rewards", its, friends, {
        id: id("rwd", number),
        conversion_id: conversion,
        referral_id: id("ref"),
        person_id:
          side === "friend" ? id("per") : id("per", `${member} + ${friends}`),
        friend_id: id("per"),
        created_at: atOf(friends),
      });
      await copy(
        "ledger",
        `reward_id in (select id from rewards where ${its})`,
        friends,
        {
          id: `${id("led", number)} || '_' || origin.entry`,
          reward_id: id("rwd", number),
          key: `'filled ' || origin.entry || ' ' || (${number})`,
          at: atOf(friends),
        },
      );
    }
  }
  await dialect.expectEvents({ from: since, to: Date.now() });
  // Five events of a browser, whose ids lie anywhere.
  const visitor = padded(`series.n / 5 * 7919000117 % ${visitorsModulus}`, 22);
  await copy("clicks", "true", Math.floor((events * mix.click) / 20), {
    id: padded("series.n", 24),
    code,
    visitor,
    at: atOf(Math.floor((events * mix.click) / 20)),
  });
  await copyEvents(dialect, events, {
    id: padded("series.n", 24),
    visitor: `case when origin.visitor is null then null else ${visitor} end`,
    code: `case when origin.code is null then null else ${code} end`,
    at: atOf(events),
    received_at: atOf(events),
  });
  await dialect.close();
  await rebuildFigures(database);
  const bytes = await bytesOf(database);
  return { database, events, members, orders: friends * 2, bytes };
}

async function bytesOf(database: string): Promise<number> {
  const dialect = await openDialect(database);
  const bytes = await dialect.bytes();
  await dialect.close();
  return bytes;
}

/** Every table's first rows, by the collector's own hand. */
async function storeOneOfEach(database: string): Promise<void> {
  const collector = await startCollector({ database });
  const { code } = await openProgram(collector, { leadsEarn: "points" });
  const api = siteApi(collector);
  const at = Date.now();
  const { body } = await api.send([
    { id: eventId(), at, type: "view", surface: "inline", code },
    { id: eventId(), at, type: "share", code, channel: "line" },
    { id: eventId(), at, type: "copy", code },
    { id: eventId(), at, type: "click", code, channel: "line" },
    {
      ...{ id: eventId(), at, type: "custom", name: "product_viewed" },
      props: { product: "nambu-iron-kettle", category: "ironware" },
    },
  ]);
  const settle = async (id: string, how: "confirmation" | "payment") => {
    const answer = await api.asServer("POST", `/v1/rewards/${id}/${how}`);
    if (answer.status !== 200)
      throw new Error(
        `Expected ${how} of ${id}, and got ${JSON.stringify(answer.body)}.`,
      );
  };
  if (body.accepted !== 5)
    throw new Error(
      `Expected 5 events to be accepted, and got ${JSON.stringify(body)}.`,
    );
  const customer = { id: "friend" };
  const lead = await api.convert({
    ...{ type: "lead", orderId: "lead", customer, code },
  });
  const sale = await api.convert({
    ...{ type: "sale", orderId: "sale", customer, code },
    ...{ amountMinor: 100_000, currency: "JPY" },
  });
  // Leads are settled; of sales one side is due to be paid, and the other waits.
  const [due] = sale.body.rewards;
  for (const { id } of [...lead.body.rewards, ...(due ? [due] : [])])
    await settle(id, "confirmation");
  for (const { id } of lead.body.rewards) await settle(id, "payment");
  await collector.end("SIGTERM");
}

/** Copies the rows of a table that a condition finds, `count` times, with other values in the columns named. */
function copier(dialect: Dialect) {
  return async (
    table: string,
    condition: string,
    count: number,
    values: Record<string, string>,
  ): Promise<void> => {
    await dialect.run("drop table if exists origin");
    await dialect.run(
      `create temp table origin as select * from ${table} where ${condition}`,
    );
    await insertCopies(
      dialect,
      table,
      values,
      `${dialect.series(count)}, origin`,
    );
  };
}

async function copyEvents(
  dialect: Dialect,
  count: number,
  values: Record<string, string>,
): Promise<void> {
  await dialect.run("drop table if exists origin");
  await dialect.run("create temp table origin as select * from events");
  await dialect.run("create temp table kind (k integer, type text)");
  await dialect.run(
    `insert into kind values ${kinds.map((type, k) => `(${k}, '${type}')`).join()}`,
  );
  const putBack = await dialect.unwatched("events");
  await insertCopies(
    dialect,
    "events",
    values,
    `${dialect.series(count)}
      join kind on kind.k = series.n % ${kinds.length}
      join origin on origin.type = kind.type`,
  );
  await putBack();
  // On SQLite that table is for ids whose events are gone.
  if (dialect.idsApart)
    await dialect.run(
      "insert into event_ids (site_id, id, received_at) select site_id, id, received_at from events on conflict do nothing",
    );
}

async function insertCopies(
  dialect: Dialect,
  table: string,
  values: Record<string, string>,
  from: string,
): Promise<void> {
  const [row] = await dialect.rows<Record<string, unknown>>(
    "select * from origin limit 1",
  );
  if (!row) throw new Error(`Expected a row of ${table} to copy.`);
  const columns = Object.keys(row);
  await dialect.run(
    `insert into ${table} (${columns.map(quoted).join()})
      select ${columns.map((column) => values[column] ?? `origin.${quoted(column)}`).join()}
      from ${from}`,
  );
}

/** Some are words of SQL. */
function quoted(column: string): string {
  return `"${column}"`;
}
