/** Bodies and queries of every call but the beacons: unknown fields are refused by name. */
import { z } from "zod";
import {
  amountMinor,
  amountOrZero,
  basisPoints,
  currency,
  email,
  instant,
  memberKind,
  publicNameOrNull,
  says,
  stage,
  text,
  typedCode,
  visitorId,
  whole,
} from "./fields.ts";
import { pagingBy } from "./paging.ts";

const programId = text({ max: 64 });
/** A name that friends and the owner read. */
const name = text({ max: 100 });

export const joinBySignature = z.strictObject({
  site: text(),
  program: programId.optional(),
  visitor: visitorId.optional(),
  token: text({ max: 8_192 }),
});

const accepted = says("true, or the version of the terms that was accepted");
export const joinByDevice = z.strictObject({
  site: text(),
  program: programId.optional(),
  visitor: visitorId.optional(),
  acceptedTerms: z.union([z.literal(true), text({ max: 40 })], accepted),
  joinKey: text({ min: 8, max: 200 }),
  email: email.optional(),
});

export const changeMe = z.strictObject({
  publicName: z.exactOptional(publicNameOrNull),
  seen: z.exactOptional(z.array(text()).max(500)),
});

export const codeCheck = z.strictObject({ site: text(), code: typedCode });

export const settingsQuery = z.strictObject({
  site: text(),
  program: programId.optional(),
});

export const memberBody = z.strictObject({
  email: z.exactOptional(
    z.union([email, z.null()], says("a mail address, or null")),
  ),
  name: z.exactOptional(z.union([name, z.null()], says("a name, or null"))),
  publicName: z.exactOptional(publicNameOrNull),
  kind: z.exactOptional(memberKind),
  program: z.exactOptional(programId),
});

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

export const reasonBody = z.strictObject({ reason: text({ max: 500 }) });

export const creditBody = z.strictObject({
  member: text(),
  reason: text({ max: 500 }),
});

/** For acts that need no words. */
export const emptyBody = z.strictObject({});

export const conversionsQuery = z.strictObject({
  ...pagingBy("cnv"),
  orderId: z.exactOptional(text()),
  unverified: z.exactOptional(z.literal("true").transform(() => true as const)),
  unmatched: z.exactOptional(z.literal("true").transform(() => true as const)),
});

export const rewardsQuery = z.strictObject({
  ...pagingBy("rwd"),
  state: z.exactOptional(z.enum(["pending", "confirmed", "paid", "void"])),
  member: z.exactOptional(text()),
});

export const referralsQuery = z.strictObject({
  ...pagingBy("ref"),
  member: z.exactOptional(text()),
  stage: z.exactOptional(stage),
});

export const membersQuery = z.strictObject({
  ...pagingBy("mem"),
  query: z.exactOptional(text({ min: 0 })),
});

const instantWords = says("epoch milliseconds");
const instantInQuery = z
  .string(instantWords)
  .regex(/^\d{1,16}$/, instantWords)
  .transform(Number);

export const funnelQuery = z.strictObject({
  from: z.exactOptional(instantInQuery),
  to: z.exactOptional(instantInQuery),
  program: z.exactOptional(programId),
});

export const capFields = z.strictObject({
  ofGrossBps: basisPoints.optional(),
  fixedMinor: amountOrZero.optional(),
});

/** Of a prize or a perk. */
const overflowName = text({ max: 200 });

export const overflowFields = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({
    kind: z.literal("raffle"),
    prize: overflowName,
    valueMinor: amountOrZero,
  }),
  z.strictObject({
    kind: z.literal("perk"),
    name: overflowName,
    valueMinor: amountOrZero,
  }),
]);

const guardrail = {
  base: z.enum(["sale", "gross_profit"]),
  maxBps: z.union(
    [whole(0, 1_000_000), z.null()],
    says("basis points, or null"),
  ),
  minRoiPercent: z.union(
    [z.number().min(-100).max(1_000_000), z.null()],
    says("a percentage, or null"),
  ),
  action: z.enum(["warn", "cap", "refuse"]),
};
export const guardrailFields = z.strictObject(guardrail);

const someOf = <Item extends z.ZodType>(item: Item) => {
  const what = says("a list of 1 to 100");
  return z.array(item, what).min(1, what).max(100, what);
};

export const simulationBody = z.strictObject({
  pricesMinor: someOf(amountMinor),
  ratesBps: someOf(basisPoints),
  marginBps: basisPoints,
  base: z.enum(["gross_profit", "sale"]),
  cap: capFields.nullable().optional(),
  overflow: overflowFields.nullable().optional(),
  months: whole(1, 1_200, " of months").optional(),
  leadGiftMinor: amountOrZero.optional(),
  leadsPerSale: z
    .number(says("a number from 0 to 10,000"))
    .min(0, says("a number from 0 to 10,000"))
    .max(10_000, says("a number from 0 to 10,000"))
    .optional(),
  guardrail: z
    .strictObject({
      base: z.exactOptional(guardrail.base),
      maxBps: z.exactOptional(guardrail.maxBps),
      minRoiPercent: z.exactOptional(guardrail.minRoiPercent),
      action: z.exactOptional(guardrail.action),
    })
    .nullable()
    .optional(),
});
