/** Payout runs and yearly totals: what comes in, and what is answered. */
import { z } from "zod";
import { rewardKinds } from "../../domain/program.ts";
import { listOf } from "./answer-fields.ts";
import { amountOrZero, currency, says, text } from "./fields.ts";
import { pagingBy, pagingQuery } from "./paging.ts";

export const payoutsQuery = pagingQuery("pay");

const kindsWords = says(`a list of some of ${rewardKinds.join(", ")}, or null`);

export const payoutBody = z.strictObject({
  runId: text(),
  currency,
  minimumMinor: z.exactOptional(amountOrZero),
  kinds: z.exactOptional(
    z
      .array(z.enum(rewardKinds, kindsWords), kindsWords)
      .min(1, kindsWords)
      .max(rewardKinds.length, kindsWords)
      .nullable(),
  ),
});

export const paymentBody = z.strictObject({
  totalMinor: z.exactOptional(amountOrZero),
});

const yearWords = says("a year from 2000 to 2199");
export const totalsQuery = z.strictObject({
  ...pagingBy("frd"),
  year: z
    .string(yearWords)
    .regex(/^2[01]\d\d$/, yearWords)
    .transform(Number),
});

const money = z.int().meta({ description: "Minor units" });
const instant = z.int().meta({ description: "Epoch milliseconds" });

const payee = {
  payee: z.string(),
  member: z.string().nullable(),
  externalId: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  erased: z.boolean(),
};

const sums = z.strictObject({ people: z.int(), amountMinor: money });

const payoutSummary = z.strictObject({
  id: z.string(),
  runId: z.string(),
  state: z.enum(["open", "paid", "cancelled"]),
  currency: z.string(),
  minimumMinor: money,
  kinds: z.array(z.enum(rewardKinds)).nullable(),
  totalMinor: money,
  payeeCount: z.int(),
  more: z.boolean(),
  unreachable: sums,
  held: sums.nullable(),
  createdAt: instant,
  settledAt: instant.nullable(),
});
export const payoutsAnswer = listOf(payoutSummary);

const reward = {
  reward: z.string(),
  what: z.enum(["reward", "correction"]),
  kind: z.enum(rewardKinds),
  amountMinor: money,
};

export const payoutAnswer = payoutSummary.extend({
  payees: z.array(
    z.strictObject({
      ...payee,
      amountMinor: money,
      rewards: z.array(z.strictObject(reward)),
    }),
  ),
  left: z.array(
    z.strictObject({
      ...reward,
      payee: z.string(),
      because: z.string().nullable(),
    }),
  ),
});

export const totalsAnswer = listOf(
  z.strictObject({
    ...payee,
    currency: z.string(),
    paidMinor: money,
    compensatedMinor: money,
    giftsMinor: money,
    totalMinor: money,
  }),
).extend({
  year: z.int(),
  timeZone: z.string(),
  from: instant,
  to: instant,
});
