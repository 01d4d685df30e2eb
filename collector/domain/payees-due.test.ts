import fc from "fast-check";
import { expect, test } from "vitest";
import { payeesDue, sumMinor } from "./payees-due.ts";

const item = (personId: string, amountMinor: number) => ({
  personId,
  amountMinor,
});
const all = { minimumMinor: 0, maxItems: 100 };

test("a person is paid once what they are due, less what was taken back, comes to the minimum", () => {
  const items = [item("a", 1_000), item("b", 999), item("c", 1_500)];
  const rules = { ...all, minimumMinor: 1_000 };
  expect(payeesDue([...items, item("c", -501)], rules).taken).toEqual([
    item("a", 1_000),
  ]);
  expect(payeesDue([...items, item("c", -500)], rules).taken).toEqual([
    item("a", 1_000),
    item("c", 1_500),
    item("c", -500),
  ]);
});

test("whoever owes, or is even, is not in the run", () => {
  const items = [item("a", 100), item("a", -100), item("b", -5)];
  expect(payeesDue(items, all)).toEqual({ taken: [], more: false });
});

test("a run takes whole people only, one at least, and says that more are due", () => {
  const items = [item("a", 1), item("b", 1), item("a", 1), item("c", 1)];
  expect(payeesDue(items, { ...all, maxItems: 1 })).toEqual({
    taken: [item("a", 1), item("a", 1)],
    more: true,
  });
  expect(payeesDue(items, { ...all, maxItems: 3 }).taken).toHaveLength(3);
});

test("nobody in a run gets less than the minimum, and nobody out of it is due more", () => {
  const items = fc.array(
    fc.record({
      personId: fc.constantFrom("a", "b", "c", "d"),
      amountMinor: fc.integer({ min: -2_000, max: 2_000 }),
    }),
  );
  fc.assert(
    fc.property(items, fc.nat(2_000), (due, minimumMinor) => {
      const { taken } = payeesDue(due, { minimumMinor, maxItems: 1_000 });
      const left = due.filter((one) => !taken.includes(one));
      for (const { personId } of due) {
        const own = (list: typeof due) =>
          list.filter((one) => one.personId === personId);
        const least = Math.max(1, minimumMinor);
        if (own(taken).length)
          expect(sumMinor(own(taken))).toBeGreaterThanOrEqual(least);
        else expect(sumMinor(own(left))).toBeLessThan(least);
      }
    }),
  );
});
