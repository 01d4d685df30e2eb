import { z } from "zod";
import type { IncomingClick } from "../actions/incoming-events.ts";
import type { DisclosedField } from "./field-words.ts";
import type { Occasion } from "./occasion-words.ts";
import { disputeBody } from "./schemas/disputes.ts";
import { eventBatch, incomingEvent } from "./schemas/events.ts";
import { changeMe } from "./schemas/me.ts";
import { joinByDevice, joinBySignature } from "./schemas/members.ts";
import { codeCheck, settingsQuery } from "./schemas/offers.ts";

type BodyOf<Schema extends z.ZodType> = keyof z.input<Schema>;

/** What members send besides events. */
export type JoiningField =
  | BodyOf<typeof joinBySignature>
  | BodyOf<typeof joinByDevice>
  | BodyOf<typeof changeMe>
  | BodyOf<typeof codeCheck>
  | BodyOf<typeof settingsQuery>
  | BodyOf<typeof disputeBody>;

/** What a followed `/r/CODE` stores, by the type of the click itself: its own id is `click`. */
export type LinkField =
  | Exclude<keyof IncomingClick, "kind" | "id" | "url" | "since" | "bot">
  | "visitor";

const linkFields: Record<LinkField, true> = {
  code: true,
  channel: true,
  referrer: true,
  click: true,
  at: true,
  visitor: true,
};

/** By which a member is known: a header, so no schema has it. */
const memberToken = "authorization";

/** The fields of each occasion, read from the very schemas that let a call in: what is not listed here is not taken. */
export function disclosedFields(): [Occasion, DisclosedField[]][] {
  const batch = fieldsOf(eventBatch).filter((name) => name !== "events");
  return [
    ["link", Object.keys(linkFields)] as const,
    ...incomingEvent.options.flatMap((schema) => {
      const fields = [...batch, ...fieldsOf(schema)];
      return typesOf(schema).map((type) => [type, fields] as const);
    }),
    [
      "join",
      [...fieldsOf(joinBySignature), ...fieldsOf(joinByDevice)],
    ] as const,
    ["screen", [memberToken]] as const,
    ["standing", [memberToken, ...fieldsOf(changeMe)]] as const,
    ["dispute", [memberToken, ...fieldsOf(disputeBody)]] as const,
    ["check", fieldsOf(codeCheck)] as const,
    ["settings", fieldsOf(settingsQuery)] as const,
  ].map(([occasion, fields]) => [
    occasion as Occasion,
    [...new Set(fields)] as DisclosedField[],
  ]);
}

function typesOf({ shape }: { shape: { type: z.ZodLiteral | z.ZodEnum } }) {
  return z.toJSONSchema(shape.type).enum ?? [z.toJSONSchema(shape.type).const];
}

/** What every event brings along. */
export function commonFields(): DisclosedField[] {
  const [first = [], ...rest] = incomingEvent.options.map((schema) => [
    ...fieldsOf(eventBatch).filter((name) => name !== "events"),
    ...fieldsOf(schema),
  ]);
  return [...new Set(first)].filter((name) =>
    rest.every((fields) => fields.includes(name)),
  ) as DisclosedField[];
}

type Json = z.core.JSONSchema.BaseSchema;

/** Names, those within an object as `customer.email`. What is one thing to a reader, such as a touch, is named too. */
function fieldsOf(schema: z.ZodType): string[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries(properties).flatMap(([name, inner]) => {
    const parts = [...new Set(leavesOf(inner as Json))];
    const isWhole = parts.length === 0 || !(inner as Json).properties;
    return [
      ...(isWhole ? [name] : []),
      ...parts.map((part) => `${name}.${part}`),
    ];
  });
}

/** The names of all that is within, however deep, and whichever form it has. */
function leavesOf({ properties = {}, anyOf = [] }: Json): string[] {
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => {
      const within = leavesOf(inner as Json);
      return within.length ? within : [name];
    }),
    ...anyOf.flatMap((form) => leavesOf(form as Json)),
  ];
}
