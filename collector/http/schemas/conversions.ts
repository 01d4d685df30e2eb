/** Conversions: what the shop's server says of orders, and what is answered. */
import { z } from "zod";
import { guessReasons } from "../../domain/best-guesses.ts";
import { because, epochMs, id, money, notice } from "./answer-fields.ts";
import {
  amountMinor,
  amountOrZero,
  currency,
  email,
  instant,
  stage,
  text,
  typedCode,
  visitorId,
} from "./fields.ts";
import { pagingBy } from "./paging.ts";
import { rewardAnswer } from "./rewards.ts";

export const conversionBody = z
  .strictObject({
    type: stage,
    orderId: text(),
    amountMinor: amountMinor.optional(),
    currency: currency.optional(),
    grossProfitMinor: amountOrZero.optional(),
    marginClass: text().optional(),
    customer: z
      .strictObject({
        id: text().optional(),
        email: email.optional(),
        existing: z.boolean().optional(),
      })
      .optional(),
    code: typedCode.optional(),
    visitor: visitorId.optional(),
    occurredAt: instant.optional(),
  })
  // What a schema of JSON can say of it; the check is missingFacts.
  .meta({
    if: { properties: { type: { const: "sale" } } },
    // biome-ignore lint/suspicious/noThenProperty: the name that JSON Schema has for it.
    then: { required: ["amountMinor", "currency"] },
  });

export const refundBody = z
  .strictObject({
    refundId: text(),
    amountMinor: amountMinor.optional().meta({
      description: "Only a chargeback may leave it out: all that is left",
    }),
    reason: z.enum(["refund", "chargeback"]).optional(),
  })
  .refine(
    ({ amountMinor, reason }) =>
      amountMinor !== undefined || reason === "chargeback",
    {
      path: ["amountMinor"],
      error:
        "Expected an amount. Only a chargeback may leave it out, and then means all that is left.",
    },
  );

export const changeBody = z
  .strictObject({
    changeId: text(),
    amountMinor: amountMinor
      .optional()
      .meta({ description: "The new total, before refunds" }),
    currency: currency.optional(),
    grossProfitMinor: amountOrZero.optional(),
    marginClass: text().optional(),
  })
  .refine(
    ({ amountMinor, grossProfitMinor, marginClass }) =>
      amountMinor !== undefined ||
      grossProfitMinor !== undefined ||
      marginClass !== undefined,
    {
      path: ["amountMinor"],
      error:
        "Expected what changed: amountMinor, grossProfitMinor or marginClass.",
    },
  );

export const creditBody = z.strictObject({
  member: text(),
  reason: text({ max: 500 }),
});

export const conversionsQuery = z.strictObject({
  ...pagingBy("cnv"),
  orderId: z.exactOptional(text()),
  unverified: z.exactOptional(z.literal("true").transform(() => true as const)),
  unmatched: z.exactOptional(z.literal("true").transform(() => true as const)),
});

export const conversionAnswer = z.strictObject({
  id,
  type: z.string(),
  orderId: z.string(),
  amountMinor: money.nullable(),
  currency: z.string().nullable(),
  refundedMinor: money,
  chargedBackAt: epochMs.nullable(),
  occurredAt: epochMs,
  recordedAt: epochMs,
  attributed: z
    .strictObject({
      referral: id,
      member: id,
      code: z.string(),
      by: z.enum(["code", "link", "earlier", "hand"]),
      at: epochMs,
    })
    .nullable(),
  because,
  verified: z.boolean(),
  verdict: z
    .strictObject({
      score: z.int().meta({ description: "0 to 100" }),
      held: z.boolean(),
      released: z.exactOptional(z.literal(true)),
      reasons: z.array(notice.extend({ points: z.int() })),
    })
    .nullable(),
  warnings: z.array(notice),
  rewards: z.array(rewardAnswer),
  guesses: z
    .array(
      z.strictObject({
        member: id,
        code: z.string(),
        why: z.enum(guessReasons),
        at: epochMs.nullable(),
      }),
    )
    .optional()
    .meta({ description: "Only where unmatched orders were asked for" }),
});

export const refundAnswer = z.strictObject({
  conversion: conversionAnswer,
  adjustments: z.array(
    z.strictObject({ to: z.enum(["referrer", "friend"]), amountMinor: money }),
  ),
});
