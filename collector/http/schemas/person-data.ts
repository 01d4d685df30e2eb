/** What is held of one person, as it is handed to them. */
import { z } from "zod";
import { memberAnswer } from "./members.ts";

const instant = z.int().meta({ description: "Epoch milliseconds" });
const money = z.int().meta({ description: "Minor units" });
const text = z.string();
const maybe = text.nullable();

const tie = z.strictObject({
  id: text,
  program: text,
  code: text,
  stage: text,
  touchAt: instant,
  createdAt: instant,
});

export const personExport = z.strictObject({
  exportedAt: instant,
  person: z.strictObject({
    id: text,
    createdAt: instant.nullable(),
    ids: z.array(text),
    mailHashes: z.array(text),
    importedAt: instant.nullable(),
  }),
  member: memberAnswer
    .extend({
      suspendedBecause: maybe,
      termsVersion: maybe,
      termsAcceptedAt: instant.nullable(),
    })
    .nullable(),
  codes: z.array(z.strictObject({ code: text, createdAt: instant })),
  tokens: z.array(
    z.strictObject({ createdAt: instant, revokedAt: instant.nullable() }),
  ),
  browsers: z.array(
    z.strictObject({ visitor: text, seenAt: instant, shared: z.boolean() }),
  ),
  events: z.array(
    z.strictObject({
      id: text,
      type: text,
      at: instant,
      receivedAt: instant,
      visitor: maybe,
      code: maybe,
      channel: maybe,
      surface: maybe,
      name: maybe,
      url: maybe,
      props: z.unknown(),
    }),
  ),
  clicks: z.array(
    z.strictObject({
      id: text,
      code: text,
      channel: maybe,
      at: instant,
      visitor: maybe,
      bot: z.boolean(),
    }),
  ),
  conversions: z.array(
    z.strictObject({
      id: text,
      type: text,
      orderId: text,
      amountMinor: money.nullable(),
      currency: maybe,
      refundedMinor: money,
      marginClass: maybe,
      customerId: maybe,
      mailHash: maybe,
      existing: z.boolean().nullable(),
      visitor: maybe,
      code: maybe,
      touches: z.array(z.unknown()),
      attributedBy: maybe,
      because: maybe,
      occurredAt: instant,
      recordedAt: instant,
    }),
  ),
  refunds: z.array(
    z.strictObject({
      conversion: text,
      refundId: text,
      amountMinor: money,
      reason: z.enum(["refund", "chargeback"]),
      at: instant,
    }),
  ),
  changes: z.array(
    z.strictObject({
      conversion: text,
      changeId: text,
      amountBeforeMinor: money.nullable(),
      amountAfterMinor: money.nullable(),
      at: instant,
    }),
  ),
  referrals: z.strictObject({ made: z.array(tie), asFriend: z.array(tie) }),
  disputes: z.array(
    z.strictObject({
      id: text,
      about: maybe,
      message: text,
      state: text,
      answer: maybe,
      createdAt: instant,
      answeredAt: instant.nullable(),
    }),
  ),
  rewards: z.array(
    z.strictObject({
      id: text,
      to: z.enum(["referrer", "friend"]),
      on: text,
      kind: text,
      name: maybe,
      amountMinor: money,
      compensationMinor: money,
      currency: text,
      state: z.enum(["pending", "confirmed", "paid", "void"]),
      because: maybe,
      confirmableAt: instant.nullable(),
      createdAt: instant,
      giftCode: maybe,
      giftUrl: maybe,
      overflow: z
        .strictObject({
          kind: text,
          name: text,
          valueMinor: money,
          aboveMinor: money,
          givenAt: instant,
          takenBackAt: instant.nullable(),
        })
        .nullable(),
      ledger: z.array(
        z.strictObject({
          entry: text,
          amountMinor: money,
          reason: maybe,
          at: instant,
        }),
      ),
    }),
  ),
  payouts: z.array(
    z.strictObject({
      payout: text,
      reward: text,
      amountMinor: money,
      state: z.enum(["open", "paid", "left"]),
    }),
  ),
});
