/** What the audit log takes and answers. */
import { z } from "zod";
import { paging } from "./calls.ts";
import { text } from "./fields.ts";

export const auditQuery = z.strictObject({
  ...paging,
  subject: z.exactOptional(text()),
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
