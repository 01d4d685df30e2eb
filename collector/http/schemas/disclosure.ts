import { z } from "zod";
import { text } from "./fields.ts";

export const disclosureQuery = z.strictObject({
  site: text(),
  language: z.enum(["ja", "en"]).optional(),
});

const words = { ja: z.string(), en: z.string() };

export const disclosureAnswer = z.strictObject({
  recipient: z.strictObject({ name: z.string(), host: z.string() }),
  thirdParties: z.array(z.never()),
  stored: z.array(
    z.strictObject({
      name: z.string(),
      where: z.array(z.enum(["cookie", "localStorage"])),
      holds: z.strictObject(words),
      purpose: z.strictObject(words),
      lasts: z.strictObject(words),
    }),
  ),
  sends: z.array(
    z.strictObject({
      occasion: z.string(),
      on: z.strictObject(words),
      purpose: z.strictObject(words),
      fields: z.array(z.strictObject({ name: z.string(), ...words })),
    }),
  ),
});
