import { expect, test } from "vitest";
import { jsonPieces } from "./json-pieces.ts";

const items = Array.from({ length: 1_234 }, (_, n) => ({
  ...{ id: `e-${n}`, text: "a\nb", none: undefined, nothing: null },
  deep: { list: [1, [2, { n }]], empty: [], nobody: {} },
}));
const value = {
  ...{
    first: 1,
    none: undefined,
    person: { ids: ["a"] },
    few: items.slice(3, 5),
  },
  ...{ items, numbers: items.map((_, n) => n), last: null },
};

test.each([0, 2])(
  "pieces are together what is made at once, indented by %i",
  (indent) => {
    const pieces = [...jsonPieces(value, indent)];
    expect(pieces.join("")).toBe(JSON.stringify(value, null, indent));
    expect(pieces.length).toBeGreaterThan(6);
    expect([...jsonPieces({}, indent)]).toEqual(["{}"]);
  },
);
