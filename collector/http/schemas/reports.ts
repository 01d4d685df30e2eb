/** Reports of a period: the question and the answers. */

import { z } from "zod";
import { epochMs, money } from "./answer-fields.ts";
import { programId, says } from "./fields.ts";

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

export const funnelAnswer = z.strictObject({
  from: epochMs,
  to: epochMs,
  views: z.int(),
  shares: z.int(),
  copies: z.int(),
  clicks: z.int(),
  leads: z.int(),
  sales: z.int(),
  conversions: z.int(),
  rewards: z.int(),
  revenueMinor: money,
  grossMinor: money,
  rewardMinor: money,
  overflowMinor: money,
  overflowEntries: z.int(),
  roiPercent: z.number(),
  currency: z.string(),
});

const channelCounts = { shares: z.int(), copies: z.int(), clicks: z.int() };

export const channelsAnswer = z.strictObject({
  from: epochMs,
  to: epochMs,
  items: z.array(
    z.strictObject({ channel: z.string().nullable(), ...channelCounts }),
  ),
  others: z.strictObject(channelCounts),
});
