import fc from "fast-check";
import { expect, test } from "vitest";
import { readCsv, writeCsv } from "./csv.ts";

test("rows say on which line they began, whatever the cells hold", () => {
  expect(
    readCsv('\uFEFFcode,"a ""name"""\r\nA1,"two\nlines"\r\n\r\n,\nB2,x'),
  ).toEqual([
    { line: 1, cells: ["code", 'a "name"'] },
    { line: 2, cells: ["A1", "two\nlines"] },
    { line: 6, cells: ["B2", "x"] },
  ]);
});

test("an unclosed quote is taken as far as the text goes", () => {
  expect(readCsv('A1\n"B2\nC3')).toEqual([
    { line: 1, cells: ["A1"] },
    { line: 2, cells: ["B2\nC3"] },
  ]);
});

test.each(["=1+1", "+81", "-1", "@A1", "\t=1", " =1", "＝1", "%0", "|x"])(
  "%j is not taken for a formula",
  (cell) => {
    expect(writeCsv([[cell]])).toBe(`\uFEFF"'${cell}"\r\n`);
  },
);

test("numbers are written as numbers and nothing as nothing", () => {
  expect(writeCsv([["花子", -600, null, 'a"b']])).toBe(
    '\uFEFF"花子",-600,,"a""b"\r\n',
  );
});

test("what is written reads back, but for the guard against formulas", () => {
  const cell = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 5,
      }),
      (rows) => {
        const kept = rows.filter((row) => row.some((one) => one.trim()));
        const read = readCsv(writeCsv(rows)).map(({ cells }) => cells);
        // A row of blanks may be written with a guard, and is passed over without one.
        const bare = read.map((cells) =>
          cells.map((one) => one.replace(/^'/, "")),
        );
        for (const row of kept)
          expect(bare).toContainEqual(row.map((one) => one.replace(/^'/, "")));
      },
    ),
  );
});
