/** What disputes take and answer. */
import { z } from "zod";
import { conversionAnswer } from "./conversions.ts";
import { says, text } from "./fields.ts";
import { myDispute } from "./me.ts";
import { pagingBy } from "./paging.ts";

const message = text({ max: 1_000 });

export const disputeBody = z.strictObject({
  about: z.union(
    [text(), z.null()],
    says("the id of a reward or friend of GET /v1/me, or null"),
  ),
  message,
});

export const disputesQuery = z.strictObject({
  ...pagingBy("dsp"),
  state: z.exactOptional(z.enum(["open", "upheld", "declined"])),
});

export const settlementBody = z.strictObject({
  decision: z.enum(["upheld", "declined"]),
  message,
});

const at = z.int().meta({ description: "Epoch milliseconds" });

export const disputeAnswer = myDispute.extend({
  member: z.string(),
  evidence: z.strictObject({
    conversions: z.array(conversionAnswer),
    touches: z.array(
      z.strictObject({ conversion: z.string(), code: z.string(), at }),
    ),
    clicks: z.array(
      z.strictObject({
        code: z.string(),
        channel: z.string().nullable(),
        at,
        visitor: z.string().nullable(),
      }),
    ),
    unmatched: z.array(conversionAnswer),
  }),
});
