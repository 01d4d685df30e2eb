import { copier, insertCopies } from "./copy-rows.ts";
import { type Dialect, openDialect } from "./fill-dialect.ts";
import { visitorsModulus } from "./load/load.ts";
import { rebuildFigures } from "./rebuild-figures.ts";
import { storeOneOfEach } from "./store-one-of-each.ts";

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
  // What is kept beside the events: on SQLite `event_ids` is for those that are gone.
  await dialect.run(
    dialect.idsApart
      ? "insert into event_ids (site_id, id, received_at) select site_id, id, received_at from events on conflict do nothing"
      : `insert into event_visitors (batch, site_id, visitor, id)
          select received_at - received_at % 3600000 + 3599999, site_id, visitor, id
          from events where visitor is not null order by 1, 2, 3, 4 on conflict do nothing`,
  );
}
