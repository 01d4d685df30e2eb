/** A programme's rules, `PUT /v1/programs/:id`: the same document that `GET` answers. */
import { z } from "zod";
import { maxAmountMinor } from "../../../sdk/protocol/limits.ts";
import type { Program } from "../../domain/program.ts";
import {
  amountOrZero,
  basisPoints,
  currency,
  instant,
  says,
  stage,
  text,
  webUrl,
  whole,
} from "./fields.ts";
import { capFields, guardrailFields, overflowFields } from "./program-parts.ts";

const rate = whole(0, 100_000, " of basis points");
const moneyOrNull = z.union(
  [amountOrZero, z.null()],
  says("an amount in minor units, or null"),
);
const instantOrNull = z.union(
  [instant, z.null()],
  says("epoch milliseconds, or null"),
);
const label = text({ max: 200 });

const amount = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.enum(["points", "coupon", "shared_points", "cash", "gift"]),
      fixedMinor: amountOrZero.optional(),
      rateBps: rate.optional(),
    })
    .refine(
      (one) => (one.fixedMinor === undefined) !== (one.rateBps === undefined),
      { error: "Expected either fixedMinor or rateBps." },
    ),
  z.strictObject({
    kind: z.literal("perk"),
    name: label,
    valueMinor: amountOrZero,
  }),
]);
const side = amount.nullable();

const step = z.strictObject({
  on: stage,
  holdDays: whole(0, 3_650, " of days"),
  base: z.enum(["gross_profit", "sale"]).optional(),
  months: whole(1, 1_200, " of months").optional(),
  budgetMinor: moneyOrNull,
  referrer: side,
  friend: side,
  cap: capFields.optional(),
  overflow: overflowFields.optional(),
});

const zoneWords = says('a time zone such as "Asia/Tokyo"');

export const programBody = z.strictObject({
  id: text({ max: 64 }),
  name: label,
  audience: z.enum(["customer", "partner", "employee"]),
  state: z.enum(["live", "paused", "ended"]),
  startsAt: instantOrNull,
  endsAt: instantOrNull,
  timeZone: z.string(zoneWords).refine(isTimeZone, zoneWords),
  currency,
  landingUrl: webUrl,
  termsVersion: text({ max: 40 }),
  margins: z
    .record(text(), basisPoints)
    .refine((margins) => "default" in margins, {
      error: 'Expected margins with a "default".',
    }) as unknown as z.ZodType<Program["margins"]>,
  display: z.strictObject({
    brand: text({ min: 0, max: 100 }),
    logoUrl: webUrl.nullable(),
    termsUrl: webUrl.nullable(),
    texts: z.record(text({ max: 100 }), text({ min: 0, max: 2_000 })),
    landing: z.enum(["hosted"]).optional(),
    accent: z
      .string()
      .regex(/^#[\da-f]{6}$/i, {
        error: 'Expected a colour such as "#c2263f".',
      })
      .optional(),
    pictureUrl: webUrl.optional(),
  }),
  attribution: z.strictObject({
    credit: z.enum(["first", "last"]),
    windowDays: whole(1, 400, " of days"),
    newCustomersOnly: z.boolean(),
  }),
  steps: z.array(step).max(50),
  guardrail: guardrailFields,
  legal: z.strictObject({
    jurisdiction: z.union(
      [text({ max: 10 }), z.null()],
      says("a country, or null"),
    ),
    referrersLimitedToPurchasers: z.boolean(),
    lowestSaleMinor: amountOrZero,
    action: z.enum(["warn", "cap"]),
  }),
  limits: z
    .array(
      z.strictObject({
        per: z.literal("member"),
        on: z.union([stage, z.null()], says("a step, or null for all")),
        unit: z.enum(["count", "money"]),
        // Of rewards or of minor units, as the unit says.
        max: whole(0, maxAmountMinor),
        window: z.enum(["day", "month", "year", "lifetime"]),
      }),
    )
    .max(50),
  budgetMinor: moneyOrNull,
  boosts: z
    .array(
      z
        .strictObject({
          from: instant,
          to: instant,
          on: stage,
          referrer: side.optional(),
          friend: side.optional(),
        })
        .refine((boost) => boost.from < boost.to, {
          path: ["to"],
          error:
            "Expected an instant after from: a boost that ends before it starts never applies.",
        }),
    )
    .max(50),
});

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
