/** The ties between members and friends, as the shop's server lists them. */

import { z } from "zod";
import { because, epochMs, id } from "./answer-fields.ts";
import { stage, text } from "./fields.ts";
import { pagingBy } from "./paging.ts";

export const referralsQuery = z.strictObject({
  ...pagingBy("ref"),
  member: z.exactOptional(text()),
  stage: z.exactOptional(stage),
});

export const referralAnswer = z.strictObject({
  id,
  member: id,
  friend: id,
  program: id,
  code: z.string(),
  by: z.enum(["code", "link", "hand"]),
  touchAt: epochMs,
  stage: z.string(),
  verified: z.boolean(),
  createdAt: epochMs,
  history: z.array(
    z.strictObject({
      stage: z.string(),
      conversion: id,
      at: epochMs,
      because,
    }),
  ),
});
