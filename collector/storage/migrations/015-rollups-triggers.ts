/**
 * Whatever changes an order's figures marks its hour, in the same transaction and whichever version of the collector
 * it is that changes them: a marked hour is summed from the orders themselves until it is summed anew.
 */

const isAnotherReward = `(old.state = 'void') <> (new.state = 'void') or old.released <> new.released
      or old.amount_minor <> new.amount_minor or old.compensation_minor <> new.compensation_minor`;

const conversionFigures =
  "type, amount_minor, currency, refunded_minor, gross_minor, occurred_at, trust, program_id, member_id";

const mark = (hours: string) =>
  `insert into stale_order_hours (site_id, hour) ${hours} on conflict do nothing;`;
const hourOf = {
  conversions: (row: string) =>
    mark(
      `values (${row}.site_id, ${row}.occurred_at - ${row}.occurred_at % 3600000)`,
    ),
  rewards: (row: string) =>
    mark(`select site_id, occurred_at - occurred_at % 3600000 from conversions
      where id = ${row}.conversion_id`),
  overflows: (row: string) =>
    mark(`select conversions.site_id, occurred_at - occurred_at % 3600000
      from rewards join conversions on conversions.id = rewards.conversion_id
      where rewards.id = ${row}.reward_id`),
};

type Table = keyof typeof hourOf;

/** Table, what happens to it, when that counts. */
const marks: [Table, "insert" | "update" | "delete", string?, string?][] = [
  ["conversions", "insert"],
  ["conversions", "update", ` of ${conversionFigures}`],
  ["conversions", "delete"],
  ["rewards", "insert"],
  ["rewards", "update", "", ` when (${isAnotherReward})`],
  ["rewards", "delete"],
  ["overflows", "insert"],
  ["overflows", "update"],
  ["overflows", "delete"],
];

export const sqliteTriggers = marks.flatMap(
  ([table, act, columns = "", when = ""]) => [
    `drop trigger if exists ${table}_${act}_marks_hour`,
    `create trigger ${table}_${act}_marks_hour after ${act}${columns} on ${table}${when} begin
      ${act === "insert" ? "" : hourOf[table]("old")}
      ${act === "delete" ? "" : hourOf[table]("new")}
    end`,
  ],
);

const countAdded = (kind: string, program: string, of: string) => `begin
    insert into event_rollups (site_id, hour, kind, program_id, slot, n)
      select added.site_id, added.at - added.at % 3600000, ${kind}, ${program}, pg_backend_pid() % 16, count(*)
      ${of}
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (site_id, hour, kind, program_id, slot) do update set n = event_rollups.n + excluded.n;
    return null;
  end`;

/** Here events are counted by triggers too, since several versions of the collector may be adding them. */
const counts = [
  `create function count_added_events() returns trigger language plpgsql as $$ ${countAdded(
    "added.type",
    "coalesce(members.program_id, '')",
    `from added left join codes on codes.code = added.code left join members on members.id = codes.member_id
      where added.type in ('view', 'share', 'copy')`,
  )} $$`,
  `create function count_added_clicks() returns trigger language plpgsql as $$ ${countAdded(
    "'click'",
    "members.program_id",
    `from added join codes on codes.code = added.code join members on members.id = codes.member_id
      where added.bot = 0`,
  )} $$`,
  `create trigger events_are_counted after insert on events referencing new table as added
    for each statement execute function count_added_events()`,
  `create trigger clicks_are_counted after insert on clicks referencing new table as added
    for each statement execute function count_added_clicks()`,
  // A row that changes with every commit stays on its page.
  `alter table event_rollups set (fillfactor = 50)`,
];

const conversionRow = (row: string) =>
  `(${conversionFigures
    .split(", ")
    .map((column) => `${row}.${column}`)
    .join(", ")})`;

/** Not in the triggers themselves: a column that one names can never be given another type or collation. */
const unchanged: Partial<Record<Table, string>> = {
  conversions: `${conversionRow("old")} is not distinct from ${conversionRow("new")}`,
  rewards: `not (${isAnotherReward})`,
};

export const postgresTriggers = [
  ...counts,
  ...(Object.keys(hourOf) as Table[]).flatMap((table) => [
    `create function ${table}_mark_hour() returns trigger language plpgsql as $$ begin
      if TG_OP = 'UPDATE' then
        if ${unchanged[table] ?? "false"} then return null; end if;
      end if;
      if TG_OP <> 'INSERT' then ${hourOf[table]("old")} end if;
      if TG_OP <> 'DELETE' then ${hourOf[table]("new")} end if;
      return null;
    end $$`,
    `create trigger ${table}_marks_hour after insert or update or delete on ${table}
      for each row execute function ${table}_mark_hour()`,
  ]),
];
