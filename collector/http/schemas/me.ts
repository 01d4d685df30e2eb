/** What a member is answered of their own standing, and may change of it. */

import { z } from "zod";
import {
  because,
  epochMs,
  id,
  kind,
  money,
  overflow,
  state,
} from "./answer-fields.ts";
import { publicNameOrNull, text } from "./fields.ts";
import { publicProgram } from "./offers.ts";

export const changeMe = z.strictObject({
  publicName: z.exactOptional(publicNameOrNull),
  seen: z.exactOptional(z.array(text()).max(500)),
});

const receipt = z.strictObject({
  by: z.enum(["code", "link", "earlier", "hand"]),
  touchedAt: epochMs,
  because,
  until: epochMs.nullable(),
  cappedBy: z.array(z.string()),
  note: z.string().optional(),
});

export const myDispute = z.strictObject({
  id,
  about: id.nullable(),
  message: z.string(),
  state: z.enum(["open", "upheld", "declined"]),
  answer: z.string().nullable(),
  at: epochMs,
  answeredAt: epochMs.nullable(),
});

export const meAnswer = z.strictObject({
  member: z.strictObject({
    id,
    code: z.string(),
    link: z.string(),
    publicName: z.string().nullable(),
    referred: z.boolean(),
  }),
  test: z.literal(true).optional(),
  program: publicProgram,
  totals: z.strictObject({
    pendingMinor: money,
    confirmedMinor: money,
    paidMinor: money,
    currency: z.string(),
    others: z
      .array(
        z.strictObject({
          currency: z.string(),
          pendingMinor: money,
          confirmedMinor: money,
          paidMinor: money,
        }),
      )
      .optional(),
  }),
  rewards: z.array(
    z.strictObject({
      id,
      to: z.enum(["referrer", "friend"]),
      on: z.string(),
      kind,
      name: z.string().nullable().optional(),
      amountMinor: money,
      voidedMinor: money.optional(),
      currency: z.string(),
      overflow: overflow.optional(),
      state,
      because,
      confirmableAt: epochMs.nullable(),
      at: epochMs,
      seen: z.boolean(),
      giftCode: z.string().optional(),
      giftUrl: z.string().optional(),
      giftExpiresAt: epochMs.optional(),
      friend: id.nullable().optional(),
      receipt: receipt.optional(),
    }),
  ),
  friends: z.array(
    z.strictObject({
      id: id.optional(),
      label: z.string(),
      stage: z.string(),
      because,
      at: epochMs,
      receipt: receipt.optional(),
    }),
  ),
  disputes: z.array(myDispute),
  share: z.strictObject({
    text: z.string().nullable(),
    disclosure: z.string().nullable(),
  }),
});
