/** `POST /v1/events`: unknown fields are ignored, so that a newer tracker can speak to an older collector. */
import { z } from "zod";
import {
  maxEventsPerBatch,
  maxUrlLength,
} from "../../../sdk/protocol/limits.ts";
import { maxTokenLength } from "../signed-token.ts";
import {
  amountMinor,
  currency,
  email,
  eventId,
  instant,
  memberKind,
  says,
  text,
  typedCode,
  visitorId,
} from "./fields.ts";

const touch = z.object({
  code: typedCode,
  at: instant,
  click: text({ max: 100 }).optional(),
});

const touches = z.union(
  [z.object({ first: touch, last: touch }), touch],
  says("{ code, at, click? } or { first, last } of these"),
);

const base = { id: eventId, at: instant };
const channel = text({ max: 40 }).optional();
const ofConversion = {
  ...base,
  code: typedCode.optional(),
  touch: touches.optional(),
  token: text({ max: maxTokenLength }).optional(),
  orderId: text().optional(),
};

const propWords = says("text, a number, true, false or null");
const props = z
  .record(
    text({ max: 100 }),
    z.union(
      [text({ min: 0, max: 1_000 }), z.number(), z.boolean(), z.null()],
      propWords,
    ),
    says("an object of flat properties"),
  )
  .refine((value) => Object.keys(value).length <= 50, {
    error: "Expected at most 50 properties.",
  });

export const incomingEvent = z.discriminatedUnion("type", [
  z.object({
    ...base,
    type: z.literal("click"),
    code: typedCode,
    channel,
    url: text({ max: maxUrlLength }).optional(),
    click: eventId.optional(),
    since: instant.optional(),
  }),
  z.object({
    ...base,
    type: z.literal("view"),
    surface: text({ max: 40 }),
    code: typedCode.optional(),
  }),
  z.object({
    ...base,
    type: z.enum(["share", "copy"]),
    code: typedCode,
    channel,
  }),
  z.object({
    ...ofConversion,
    type: z.literal("lead"),
    email: email.optional(),
  }),
  z
    .object({
      ...ofConversion,
      type: z.literal("sale"),
      amountMinor: amountMinor.optional(),
      currency: currency.optional(),
      marginClass: text().optional(),
      customer: z
        .object({ id: text().optional(), email: email.optional() })
        .optional(),
    })
    .meta({
      description:
        "orderId, amountMinor and currency are required, in the event or in its token.",
      if: { not: { required: ["token"] } },
      // biome-ignore lint/suspicious/noThenProperty: the name that JSON Schema has for it.
      then: { required: ["orderId", "amountMinor", "currency"] },
    }),
  z.object({
    ...base,
    type: z.literal("custom"),
    name: text(),
    props: props.optional(),
    code: typedCode.optional(),
    touch: touches.optional(),
  }),
  z.object({ ...base, type: z.literal("forget"), visitor: visitorId }),
]);

export type WireEvent = z.output<typeof incomingEvent>;
export type WireConversion = Extract<WireEvent, { type: "lead" | "sale" }>;

const countWords = says(`a list of at most ${maxEventsPerBatch} events`);

/** The batch around the events; each event is checked for itself, so that a bad one does not take the others with it. */
export const eventBatch = z.object({
  site: text(),
  visitor: visitorId.optional(),
  sentAt: instant,
  events: z.array(z.unknown(), countWords).max(maxEventsPerBatch, countWords),
});

/** What a shop's server signed into a conversion token. A gross profit in it is not looked at: customers can read a token. */
export const conversionClaims = z.object({
  type: text({ max: 64 }),
  iat: z.number(),
  sub: text().optional(),
  email: email.optional(),
  orderId: text().optional(),
  amountMinor: amountMinor.optional(),
  currency: currency.optional(),
  marginClass: text().optional(),
  customer: z
    .object({
      id: text().optional(),
      email: email.optional(),
      existing: z.boolean().optional(),
    })
    .optional(),
  code: typedCode.optional(),
});

/** What a shop's server signed of a person. */
export const memberClaims = z.object({
  sub: text(),
  email: email.optional(),
  name: text().optional(),
  kind: memberKind.optional(),
});

export const eventBatchAnswer = z.strictObject({
  accepted: z.int(),
  duplicate: z.int(),
  refused: z.array(
    z.strictObject({
      index: z.int(),
      id: z.string().nullable(),
      code: z.string(),
      message: z.string(),
    }),
  ),
});
