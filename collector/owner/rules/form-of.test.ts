import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Amount,
  defaultProgram,
  type Program,
} from "../../domain/program.ts";
import { checkProgram } from "../../http/check-program.ts";
import { formatsFor } from "../formats.ts";
import type { View } from "../pages/view.ts";
import { en } from "../words/en.ts";
import { changesOf } from "./changes-of.ts";
import { draftOf } from "./draft-of.ts";
import { formOf } from "./form-of.ts";
import { sameRules } from "./same-rules.ts";

const program = defaultProgram("https://shop.example/");
const view: View = {
  language: "en",
  words: en,
  formats: formatsFor("en", "Asia/Tokyo"),
  timeZone: "Asia/Tokyo",
  programNames: {},
  csrf: null,
  here: "/owner/program",
  styleUrl: "",
  news: null,
  waiting: 0,
};

test("the form of the first programme spells the same document, to the letter", () => {
  expect(JSON.stringify(draftOf(formOf(program)))).toBe(
    JSON.stringify(program),
  );
});

const word = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((text) => text.trim() || "x");
/** A name of what has one value each: JSON has one that no object may take up. */
const name = word.filter((text) => text !== "__proto__");
const minor = fc.integer({ min: 0, max: 1_000_000_000_000 });
const orNull = <Value>(value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: null });
const kind = fc.constantFrom(
  "points",
  "coupon",
  "shared_points",
  "cash",
  "gift" as const,
);
const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.record({ kind, fixedMinor: minor }),
  fc.record({ kind, rateBps: fc.integer({ min: 0, max: 100_000 }) }),
  fc.record({
    kind: fc.constant("perk" as const),
    name: word,
    valueMinor: minor,
  }),
) as fc.Arbitrary<Amount>;
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
const rules: fc.Arbitrary<Program> = fc.record({
  id: fc.constant("default"),
  name: word,
  audience: fc.constantFrom("customer", "partner", "employee" as const),
  state: fc.constantFrom("live", "paused", "ended" as const),
  startsAt: orNull(instant),
  endsAt: orNull(instant),
  timeZone: fc.constantFrom("Asia/Tokyo", "UTC", "Asia/Kathmandu"),
  currency: fc.constantFrom("JPY", "USD", "KWD"),
  landingUrl: fc.constant("https://shop.example/"),
  termsVersion: word,
  margins: fc
    .dictionary(name, fc.integer({ min: 0, max: 10_000 }), { maxKeys: 3 })
    .map((classes) => ({ ...classes, default: 4_000 })),
  display: fc.record(
    {
      brand: fc.constantFrom("", "Shop"),
      logoUrl: fc.constantFrom(null, "https://shop.example/logo.png"),
      termsUrl: fc.constantFrom(null, "https://shop.example/terms"),
      texts: fc.dictionary(
        name,
        fc.string({ unit: "grapheme", maxLength: 40 }),
        { maxKeys: 3 },
      ),
      landing: fc.constant("hosted" as const),
      accent: fc.constantFrom("#2255aa", "#C2263F"),
      pictureUrl: fc.constant("https://shop.example/spring.jpg"),
    },
    { requiredKeys: ["brand", "logoUrl", "termsUrl", "texts"] },
  ),
  attribution: fc.record({
    credit: fc.constantFrom("first", "last" as const),
    windowDays: fc.integer({ min: 1, max: 400 }),
    newCustomersOnly: fc.boolean(),
  }),
  steps: fc.uniqueArray(
    fc.record(
      {
        on: word,
        holdDays: fc.integer({ min: 0, max: 3_650 }),
        base: fc.constantFrom("gross_profit", "sale" as const),
        months: fc.integer({ min: 1, max: 1_200 }),
        budgetMinor: orNull(minor),
        referrer: orNull(amount),
        friend: orNull(amount),
        cap: fc.record(
          {
            ofGrossBps: fc.integer({ min: 0, max: 10_000 }),
            fixedMinor: minor,
          },
          { requiredKeys: [] },
        ),
        overflow: fc.oneof(
          fc.record({ kind: fc.constant("none" as const) }),
          fc.record({
            kind: fc.constant("raffle" as const),
            prize: word,
            valueMinor: minor,
          }),
          fc.record({
            kind: fc.constant("perk" as const),
            name: word,
            valueMinor: minor,
          }),
        ),
      },
      { requiredKeys: ["on", "holdDays", "budgetMinor", "referrer", "friend"] },
    ),
    { maxLength: 3, selector: (step) => step.on },
  ),
  guardrail: fc.record({
    base: fc.constantFrom("sale", "gross_profit" as const),
    maxBps: orNull(fc.integer({ min: 0, max: 1_000_000 })),
    minRoiPercent: orNull(fc.constantFrom(-12.5, 0, 33.3, 400)),
    action: fc.constantFrom("warn", "cap", "refuse" as const),
  }),
  legal: fc.record({
    jurisdiction: fc.constantFrom("JP", null),
    referrersLimitedToPurchasers: fc.boolean(),
    lowestSaleMinor: minor,
    action: fc.constantFrom("warn", "cap" as const),
  }),
  limits: fc.array(
    fc.record({
      per: fc.constant("member" as const),
      on: orNull(word),
      unit: fc.constantFrom("count", "money" as const),
      max: minor,
      window: fc.constantFrom("day", "month", "year", "lifetime" as const),
    }),
    { maxLength: 3 },
  ),
  budgetMinor: orNull(minor),
  boosts: fc.array(
    fc
      .record(
        {
          from: instant,
          to: instant,
          on: word,
          referrer: orNull(amount),
          friend: orNull(amount),
        },
        { requiredKeys: ["from", "to", "on"] },
      )
      .filter(({ from, to }) => from < to),
    { maxLength: 2 },
  ),
}) as fc.Arbitrary<Program>;

test("whatever the rules say, the form gives it back, and the schema takes it", () => {
  fc.assert(
    fc.property(rules, (given) => {
      const draft = draftOf(formOf(given));
      expect(draft).toMatchObject(withoutBlanks(given));
      const { value } = checkProgram(draft);
      expect(value).not.toBeNull();
      expect(value && sameRules(value, given)).toBe(true);
    }),
  );
});

test("two programmes that differ, differ in words", () => {
  fc.assert(
    fc.property(rules, rules, (one, other) => {
      expect(changesOf(view, one, one)).toEqual([]);
      if (!sameRules(one, other))
        expect(changesOf(view, one, other)).not.toEqual([]);
    }),
  );
});

test("one changed field is told, however small", () => {
  const changes: Partial<Program>[] = [
    { startsAt: 1 },
    { landingUrl: "https://shop.example/2" },
    { margins: { default: 4001 } },
    { legal: { ...program.legal, lowestSaleMinor: 1501 } },
    { display: { ...program.display, texts: { disclosure: "PR" } } },
    { display: { ...program.display, landing: "hosted" } },
    { display: { ...program.display, accent: "#2255aa" } },
    { steps: program.steps.map((step) => ({ ...step, months: 12 })) },
    { boosts: [{ from: 0, to: 1, on: "sale" }] },
  ];
  for (const change of changes)
    expect(changesOf(view, program, { ...program, ...change })).not.toEqual([]);
});

test("seconds that words leave out are told as they are typed", () => {
  const before = { ...program, startsAt: 60_000 };
  const after = { ...program, startsAt: 61_000 };
  expect(changesOf(view, before, after)).toEqual([
    {
      label: "Starts",
      was: "1970-01-01T09:01",
      becomes: "1970-01-01T09:01:01",
    },
  ]);
});

/** What the form spells out, or leaves out, though the document may do otherwise. */
function withoutBlanks(given: Program): object {
  const steps = given.steps.map(({ base, cap, overflow, ...step }) => ({
    ...step,
    ...(cap && Object.keys(cap).length > 0 ? { cap } : {}),
  }));
  return { ...given, steps };
}
