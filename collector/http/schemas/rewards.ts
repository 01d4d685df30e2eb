/** Rewards, as the shop's server lists them. */

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
import { text } from "./fields.ts";
import { pagingBy } from "./paging.ts";

export const rewardsQuery = z.strictObject({
  ...pagingBy("rwd"),
  state: z.exactOptional(z.enum(["pending", "confirmed", "paid", "void"])),
  member: z.exactOptional(text()),
});

export const rewardAnswer = z.strictObject({
  id,
  conversion: id,
  referral: id,
  to: z.enum(["referrer", "friend"]),
  member: z.string().nullable(),
  friend: id,
  on: z.string(),
  kind,
  amountMinor: money,
  currency: z.string(),
  state,
  because,
  cappedBy: z.array(z.string()),
  confirmableAt: epochMs.nullable(),
  compensationMinor: money,
  createdAt: epochMs,
  overflow: overflow.nullable(),
  gift: z
    .strictObject({
      pool: id,
      handedOutAt: epochMs,
      takenBackAt: epochMs.nullable(),
    })
    .nullable(),
});
