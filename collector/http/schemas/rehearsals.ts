/** Versions of a programme, and rules tried on what has happened. */
import { z } from "zod";
import { listOf } from "./answer-fields.ts";
import { says, whole } from "./fields.ts";
import { limit } from "./paging.ts";
import { programBody } from "./program.ts";

export const rehearsalBody = z.strictObject({
  program: programBody,
  days: whole(1, 365, " of days"),
});

const versionWords = says("a number of a version");
export const versionsQuery = z.strictObject({
  limit,
  cursor: z.exactOptional(
    z.string(versionWords).regex(/^\d{1,9}$/, versionWords),
  ),
});

const instant = z.int().meta({ description: "Epoch milliseconds" });
const money = z.int().meta({ description: "Minor units" });
const total = z.strictObject({ rewards: z.int(), costMinor: money });

export const rehearsalAnswer = z.strictObject({
  from: instant,
  to: instant,
  currency: z.string(),
  conversions: z.int(),
  truncated: z.boolean(),
  before: total,
  after: total,
  differenceMinor: money,
  gaining: z.int(),
  losing: z.int(),
  unchanged: z.int(),
  members: z.array(
    z.strictObject({
      member: z.string(),
      externalId: z.string().nullable(),
      name: z.string().nullable(),
      beforeMinor: money,
      afterMinor: money,
      differenceMinor: money,
    }),
  ),
});

export const versionsAnswer = listOf(
  z.strictObject({
    version: z.int(),
    createdAt: instant,
    createdBy: z.string(),
    program: programBody,
  }),
);
