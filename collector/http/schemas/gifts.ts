/** Pools of gift codes: what comes in, and what is answered. */
import { z } from "zod";
import { listOf } from "./answers.ts";
import {
  amountMinor,
  currency,
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

const codeWords = says(
  "a code of 1 to 500 visible characters without , or ; or tabs or line breaks",
);
/** One line of one code: a whole row of a table, or a damaged letter, is nobody's code. */
export const giftCode = z
  .string(codeWords)
  .trim()
  .min(1, codeWords)
  .max(500, codeWords)
  .regex(/^[^\p{C}\p{Z},;\uFFFD]+( [^\p{C}\p{Z},;\uFFFD]+)*$/u, codeWords);

/** Codes of one upload: more would keep beacons waiting. */
export const maxCodesPerUpload = 5_000;
export const maxUploadBytes = 512 * 1024;

const listWords = says(`a list of 1 to ${maxCodesPerUpload} codes`);
export const giftCodesBody = z.strictObject({
  codes: z
    .array(giftCode, listWords)
    .min(1, listWords)
    .max(maxCodesPerUpload, listWords),
});

const count = z.int().min(0);
const instant = z.int().meta({ description: "Epoch milliseconds" });

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
  waiting: count,
  low: z.boolean(),
  createdAt: instant,
});
export const giftPoolsAnswer = listOf(giftPoolAnswer);

export const giftCodesAnswer = z.strictObject({
  added: count,
  duplicates: z.array(z.int()).meta({
    description: "Lines of the file, or places in the list from 1",
  }),
  settled: count,
  pool: giftPoolAnswer,
});
