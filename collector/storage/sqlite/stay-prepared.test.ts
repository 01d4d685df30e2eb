import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { stayPrepared } from "./stay-prepared.ts";

test("every comparison with a parameter is signed, and nothing else", () => {
  expect(
    stayPrepared(
      'select "a" from "t" where "a" = ? and ("b" = ? or "c" >= ?) and "d" in (?, ?) and "e" = 0 order by "a" limit 1',
    ),
  ).toBe(
    'select "a" from "t" where "a" = +? and ("b" = +? or "c" >= ?) and "d" in (?, ?) and "e" = 0 order by "a" limit 1',
  );
});

test("what is signed finds the same rows by the same index, whatever its type", () => {
  const { connection } = open();
  for (const [column, value] of [
    ["word", "05"],
    ["number", 5],
    ["free", "05"],
    ["free", 5],
    ["free", null],
  ] as const) {
    const text = `select id from t where ${column} = ? order by other`;
    const plan = (of: string) =>
      connection.prepare(`explain query plan ${of}`).all(value);
    expect(plan(stayPrepared(text))).toEqual(plan(text));
    const found = connection.prepare(text).all(value);
    expect(found).toHaveLength(value === null ? 0 : 1);
    expect(connection.prepare(stayPrepared(text)).all(value)).toEqual(found);
  }
});

test("a query that sorts is prepared once, and anew at each run where it is not signed", () => {
  const { connection, prepared } = open();
  const text = "select id from t where word = ? order by other";
  const timesOf = (statement: Sqlite.Statement) => {
    const before = prepared();
    for (const word of ["05", "a", "05", "b", "05"]) statement.all(word);
    return prepared() - before;
  };
  expect(timesOf(connection.prepare(stayPrepared(text)))).toBe(1);
  // Should this fail after an update of the driver, signing is needed no more.
  expect(timesOf(connection.prepare(text))).toBe(4);
});

/** The driver makes a function for the rows of a statement whenever that was prepared anew. */
function open() {
  const connection = new Sqlite(":memory:");
  onTestFinished(() => {
    connection.close();
  });
  connection.exec(`
    create table t (id integer primary key, word text, number bigint, free, other text);
    create index t_word on t (word); create index t_number on t (number); create index t_free on t (free);
    insert into t (word, number, free) values ('05', 5, 5), ('a', 6, '05')`);
  const { Function: known } = globalThis;
  let count = 0;
  globalThis.Function = ((...text: string[]) => {
    count += 1;
    return known(...text);
  }) as unknown as FunctionConstructor;
  onTestFinished(() => {
    globalThis.Function = known;
  });
  return { connection, prepared: () => count };
}
