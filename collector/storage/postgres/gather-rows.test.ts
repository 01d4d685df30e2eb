import { expect, test } from "vitest";
import { gatherRows } from "./gather-rows.ts";

const letters = { table: "letters", columns: ["id", "note"], orNothing: false };
const keys = { table: "keys", columns: ["id"], orNothing: true };

test("nothing that was gathered is nothing to say", () => {
  expect(gatherRows().take()).toBe(null);
});

test("rows of one table go together, and tables in the order in which they came", () => {
  const rows = gatherRows();
  const changed = { id: "a", note: "as it was" };
  rows.add(letters, changed);
  changed.note = "changed since";
  rows.add(keys, { id: "k", another: "no column of these" });
  rows.add(letters, { id: "b", note: null });
  expect(rows.take()).toEqual({
    text: "with part_0 as (insert into letters (id, note) select id, note from json_populate_recordset(null::letters, $1)) insert into keys (id) select id from json_populate_recordset(null::keys, $2) on conflict do nothing",
    values: ['[{"id":"a","note":"as it was"},{"id":"b"}]', '[{"id":"k"}]'],
  });
  expect(rows.isEmpty).toBe(true);
});

test("half a letter is told as what cannot be read", () => {
  const rows = gatherRows();
  rows.add(letters, { id: "a", note: "\ud83d" });
  expect(rows.take()?.values).toEqual(['[{"id":"a","note":"\ufffd"}]']);
});
