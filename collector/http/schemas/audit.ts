/** What the audit log takes and answers. */
import { z } from "zod";
import { text } from "./fields.ts";
import { pagingBy } from "./paging.ts";

export const auditQuery = z.strictObject({
  ...pagingBy("aud", "led"),
  subject: z.exactOptional(text()),
  /** A name, or `member` for any of them. */
  actor: z.exactOptional(text()),
  action: z.exactOptional(text()),
});

export const auditAnswer = z.strictObject({
  id: z.string(),
  at: z.int().meta({ description: "Epoch milliseconds" }),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  reason: z.string().nullable(),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
});
