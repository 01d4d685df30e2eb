import { expect, test } from "vitest";
import { totalsCsv } from "./totals-csv.ts";

const total = {
  payee: "per_1",
  member: "mem_1",
  externalId: "hanako",
  name: '=HYPERLINK("https://evil.example")',
  email: "@SUM(1)",
  erased: false,
  currency: "USD",
  paidMinor: 12_345,
  compensatedMinor: -45,
  giftsMinor: 0,
  totalMinor: 12_300,
};

test("a line for each person and currency, in the major unit", () => {
  const [, line] = totalsCsv(2026, [total]).trim().split("\r\n");
  expect(line).toContain('"USD",123.45,-0.45,0,123,12300');
});

test("a name that a spreadsheet would take for a formula is text", () => {
  const [, line] = totalsCsv(2026, [total]).trim().split("\r\n");
  expect(line).toContain(`"'=HYPERLINK(`);
  expect(line).toContain(`"'@SUM(1)"`);
});
