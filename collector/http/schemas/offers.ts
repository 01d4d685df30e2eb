/** What a site offers to browsers: the calls, and what is answered. */

import { z } from "zod";
import { reasons } from "../../../sdk/protocol/reasons.ts";
import { id, kind, money } from "./answer-fields.ts";
import { programId, text, typedCode } from "./fields.ts";

export const settingsQuery = z.strictObject({
  site: text(),
  program: programId.optional(),
});

export const codeCheck = z.strictObject({ site: text(), code: typedCode });

const offerTerm = z.strictObject({
  kind,
  currency: z.string(),
  fixedMinor: money.nullable(),
  ofPriceBps: z.int().nullable(),
  maxMinor: money.nullable(),
  name: z.string().nullable(),
});

const offer = z.strictObject({
  referrer: offerTerm.nullable(),
  friend: offerTerm.nullable(),
  steps: z.array(
    z.strictObject({
      on: z.string(),
      holdDays: z.int(),
      referrer: offerTerm.nullable(),
      friend: offerTerm.nullable(),
    }),
  ),
});

const color = z.string().regex(/^#[\da-f]{6}$/i);

export const publicProgram = z.strictObject({
  id,
  name: z.string(),
  brand: z.string(),
  logoUrl: z.string().nullable(),
  state: z.enum(["live", "paused", "ended"]),
  currency: z.string(),
  landingUrl: z.string(),
  termsVersion: z.string(),
  termsUrl: z.string().nullable(),
  texts: z.record(z.string(), z.string()),
  colors: z
    .strictObject({
      accent: color,
      onAccent: color,
      textOnLight: color,
      textOnDark: color,
    })
    .optional(),
  offer,
});

export const settingsAnswer = z.strictObject({
  consent: z.enum(["granted", "required"]),
  test: z.literal(true).optional(),
  program: publicProgram,
});

export const codeCheckAnswer = z.union([
  z.object({
    valid: z.literal(true),
    code: z.string(),
    offer,
    from: z.string().nullable(),
  }),
  z.strictObject({ valid: z.literal(false), because: z.enum(reasons) }),
]);
