import { z } from "zod";
import { text } from "./fields.ts";

export const doctorQuery = z.strictObject({ site: text(), key: text() });

export const doctorAnswer = z.strictObject({
  isKey: z.boolean(),
  isOrigin: z.boolean(),
  seen: z.strictObject({ type: z.string(), at: z.number() }).nullable(),
  consent: z.enum(["granted", "required"]).nullable(),
  version: z.string(),
  now: z.number(),
});
