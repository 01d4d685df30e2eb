/** Pools of gift codes: what comes in, and what is answered. */
import { z } from "zod";
import {
  giftCodePattern,
  maxGiftCodeLength,
} from "../../domain/gift-code-list.ts";
import { listOf } from "./answer-fields.ts";
import {
  amountMinor,
  currency,
  instant,
  says,
  stage,
  text,
  webUrl,
  whole,
} from "./fields.ts";
import { pagingQuery } from "./paging.ts";

export const giftPoolsQuery = pagingQuery("gfp");

const sides = ["referrer", "friend"] as const;

export const giftPoolBody = z.strictObject({
  name: text({ max: 100 }),
  programId: text({ max: 64 }),
  on: stage,
  to: z.exactOptional(
    z.enum(sides, says('"referrer", "friend", or null for both')).nullable(),
  ),
  valueMinor: amountMinor,
  currency,
  url: z.exactOptional(
    z.union([webUrl, z.null()], says("a web address, or null")),
  ),
  lowBelow: z.exactOptional(whole(0, 1_000_000, " of codes")),
});

/** What of a pool may change; `null` is not the same as absent. */
export const giftPoolPatch = z.strictObject({
  name: z.exactOptional(text({ max: 100 })),
  url: giftPoolBody.shape.url,
  lowBelow: giftPoolBody.shape.lowBelow,
});

const expiresAt = z.union(
  [instant, z.null()],
  says("epoch milliseconds, or null for never"),
);
export const giftExpiryBody = z.strictObject({
  expiresAt,
  becomes: expiresAt,
});

export const giftCodesQuery = z.strictObject({
  expiresAt: z.exactOptional(
    z
      .string(says("epoch milliseconds"))
      .regex(/^\d{1,15}$/, says("epoch milliseconds"))
      .transform(Number),
  ),
});

const codeWords = says(
  "a code of 1 to 500 visible characters without , or ; or tabs or line breaks",
);
export const giftCode = z
  .string(codeWords)
  .trim()
  .min(1, codeWords)
  .max(maxGiftCodeLength, codeWords)
  .regex(giftCodePattern, codeWords);

/** Codes of one upload: more would keep beacons waiting. */
export const maxCodesPerUpload = 5_000;
export const maxUploadBytes = 512 * 1024;

const listWords = says(`a list of 1 to ${maxCodesPerUpload} codes`);
export const giftCodesBody = z.strictObject({
  codes: z
    .array(giftCode, listWords)
    .min(1, listWords)
    .max(maxCodesPerUpload, listWords),
  expiresAt: z.exactOptional(expiresAt),
});

const count = z.int().min(0);
const when = z.int().meta({ description: "Epoch milliseconds" });

export const giftPoolAnswer = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.literal("gift"),
  programId: z.string(),
  on: z.string(),
  to: z.enum(sides).nullable(),
  valueMinor: z.int(),
  currency: z.string(),
  url: z.string().nullable(),
  lowBelow: count,
  left: count,
  handedOut: count,
  takenBack: count,
  expired: count,
  withdrawn: count,
  waiting: count,
  low: z.boolean(),
  createdAt: when,
  retiredAt: when.nullable(),
});
export const giftPoolDetails = giftPoolAnswer.extend({
  expiries: z.array(
    z.strictObject({ expiresAt: when.nullable(), codes: count }),
  ),
});
export const giftWithdrawalAnswer = z.strictObject({
  withdrawn: count,
  pool: giftPoolAnswer,
});
export const giftExpiryAnswer = z.strictObject({
  moved: count,
  settled: count,
  pool: giftPoolAnswer,
});
export const giftPoolsAnswer = listOf(giftPoolAnswer).extend({
  unserved: z
    .array(
      z.strictObject({
        program: z.string(),
        on: z.string(),
        to: z.enum(sides),
        amountMinor: z.int(),
        currency: z.string(),
        waiting: count,
      }),
    )
    .meta({
      description: "Gifts that wait for a code of a worth that no pool has",
    }),
});

export const giftCodesAnswer = z.strictObject({
  added: count,
  duplicates: z.array(z.int()).meta({
    description: "Lines of the file, or places in the list from 1",
  }),
  settled: count,
  pool: giftPoolAnswer,
});
