import { z } from "zod";
import type { IncomingClick } from "../actions/incoming-events.ts";
import type { DisclosedField } from "./field-words.ts";
import type { Occasion } from "./occasion-words.ts";
import { disputeBody } from "./schemas/disputes.ts";
import { eventBatch, incomingEvent } from "./schemas/events.ts";
import { changeMe } from "./schemas/me.ts";
import { joinByDevice, joinBySignature } from "./schemas/members.ts";
import { codeCheck } from "./schemas/offers.ts";

type BodyOf<Schema extends z.ZodType> = keyof z.input<Schema>;

/** What members send besides events. */
export type JoiningField =
  | BodyOf<typeof joinBySignature>
  | BodyOf<typeof joinByDevice>
  | BodyOf<typeof changeMe>
  | BodyOf<typeof codeCheck>
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
    ["standing", fieldsOf(changeMe)] as const,
    ["dispute", fieldsOf(disputeBody)] as const,
    ["check", fieldsOf(codeCheck)] as const,
  ].map(([occasion, fields]) => [
    occasion as Occasion,
    [...new Set(fields)] as DisclosedField[],
  ]);
}

function typesOf({ shape }: { shape: { type: z.ZodLiteral | z.ZodEnum } }) {
  return z.toJSONSchema(shape.type).enum ?? [z.toJSONSchema(shape.type).const];
}

/** Names, those within an object as `customer.email`. A touch is one thing to a reader, and so are properties. */
function fieldsOf(schema: z.ZodType): string[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries(properties).flatMap(([name, inner]) =>
    typeof inner === "object" && inner.properties
      ? Object.keys(inner.properties).map((part) => `${name}.${part}`)
      : [name],
  );
}
