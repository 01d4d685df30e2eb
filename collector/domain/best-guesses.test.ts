import fc from "fast-check";
import { expect, test } from "vitest";
import { newCode } from "../ingest/new-names.ts";
import { bestGuesses, type Guess, guessReasons } from "./best-guesses.ts";
import { codesNear } from "./codes-near.ts";

test.each([
  ["a wrong symbol", "7K9M2QXC"],
  ["a look-alike that no code has", "7K9MZ0XB"],
  ["two symbols in the wrong order", "7K9MQ2XB"],
  ["one too many", "7K9M22QXB"],
  ["one too few", "7K9MQXB"],
])("%s is one step away from the code that was meant", (what, typed) => {
  const meant = what.startsWith("a look-alike") ? "7K9MZ8XB" : "7K9M2QXB";
  expect(codesNear(typed)).toContain(meant);
});

test.each(["7K9M2", "7K9M2QXBXX", "", "SUMMER-SALE"])(
  "nothing is near %j",
  (typed) => {
    expect(codesNear(typed)).toEqual([]);
  },
);

test("whatever code there is, one wrong symbol in it is found, and it is not near itself", () => {
  fc.assert(
    fc.property(fc.nat(7), fc.nat(25), (at, letter) => {
      const code = newCode();
      const typed = [...code]
        .with(at, String.fromCharCode(65 + letter))
        .join("");
      const near = codesNear(typed);
      expect(near.includes(code)).toBe(typed !== code);
      expect(near).not.toContain(typed);
      expect(near.length).toBeLessThan(300);
    }),
  );
});

const guesses = fc.array(
  fc.record({
    member: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
    code: fc.constant("7K9M2QXB"),
    why: fc.constantFrom(...guessReasons),
    at: fc.option(fc.nat(1_000)),
  }),
);

test("guesses name each member once, best reason first, five at most, in whatever order they were found", () => {
  fc.assert(
    fc.property(guesses, (found: Guess[]) => {
      const best = bestGuesses(found, 500);
      const members = best.map(({ member }) => member);
      expect(new Set(members).size).toBe(members.length);
      expect(best.length).toBeLessThanOrEqual(5);
      const order = best.map(({ why }) => guessReasons.indexOf(why));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      const again = bestGuesses(found.toReversed(), 500);
      expect(again.map(({ member, why }) => [member, why])).toEqual(
        best.map(({ member, why }) => [member, why]),
      );
    }),
  );
});
