/** Members: how they join, what the shop's server says of them, and what is answered. */

import { z } from "zod";
import { epochMs, id } from "./answer-fields.ts";
import {
  email,
  memberKind,
  programId,
  publicNameOrNull,
  says,
  text,
  visitorId,
} from "./fields.ts";
import { pagingBy } from "./paging.ts";

/** A name that friends and the owner read. */
const name = text({ max: 100 });

export const joinBySignature = z.strictObject({
  site: text(),
  program: programId.optional(),
  visitor: visitorId.optional(),
  token: text({ max: 8_192 }),
});

const accepted = says("true, or the version of the terms that was accepted");

export const joinByDevice = z.strictObject({
  site: text(),
  program: programId.optional(),
  visitor: visitorId.optional(),
  acceptedTerms: z.union([z.literal(true), text({ max: 40 })], accepted),
  joinKey: text({ min: 8, max: 200 }),
  email: email.optional(),
});

export const joinAnswer = z.strictObject({
  member: z.strictObject({ id, code: z.string(), link: z.string() }),
  token: z.string(),
});

export const memberBody = z.strictObject({
  email: z.exactOptional(
    z.union([email, z.null()], says("a mail address, or null")),
  ),
  name: z.exactOptional(z.union([name, z.null()], says("a name, or null"))),
  publicName: z.exactOptional(publicNameOrNull),
  kind: z.exactOptional(memberKind),
  program: z.exactOptional(programId),
});

export const membersQuery = z.strictObject({
  ...pagingBy("mem"),
  query: z.exactOptional(text({ min: 0 })),
});

export const memberAnswer = z.strictObject({
  id,
  externalId: z.string().nullable(),
  code: z.string(),
  link: z.string(),
  shareUrl: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  publicName: z.string().nullable(),
  kind: z.string(),
  program: z.string(),
  state: z.enum(["active", "suspended"]),
  createdAt: epochMs,
});
