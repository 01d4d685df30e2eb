import type { Chance } from "./chance.ts";

/** As much of JSON Schema as the collector's own description uses. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
}

/** What has broken programs before. */
export const hostile: unknown[] = [
  ...[
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "\u202e",
    "x".repeat(5_000),
    "__proto__",
  ],
  ...[
    "constructor",
    "' or 1=1 --",
    "%00",
    "../../etc/passwd",
    "<script>",
    "=1+1",
  ],
  ...["null", "NaN", "1e309", "2026-02-30", "ｃｏｄｅ", "🎁".repeat(60)],
  ...[
    0,
    -0,
    -1,
    0.5,
    1e308,
    -1e308,
    2 ** 53,
    2 ** 63,
    5e-324,
    Number.MAX_VALUE,
  ],
  ...[true, false, null, [], {}, [[[[]]]], { a: { b: { c: {} } } }],
  JSON.parse('{"__proto__": {"polluted": 1}}'),
];

/** Mostly what the schema describes; now and then something else, at any depth. */
export function madeUpValue(
  chance: Chance,
  schema: JsonSchema,
  known: readonly string[],
  depth = 0,
): unknown {
  if (chance.one(12) || depth > 8) return chance.of(hostile);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.of(schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  const deeper = (next: JsonSchema) =>
    madeUpValue(chance, next, known, depth + 1);
  if (options) return deeper(chance.of(options) ?? {});
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((part) => deeper(part)));
  const type = Array.isArray(schema.type)
    ? chance.of(schema.type)
    : schema.type;
  switch (type) {
    case "object":
      return madeUpObject(chance, schema, deeper, known);
    case "array":
      return Array.from({ length: chance.below(4) }, () =>
        deeper(schema.items ?? {}),
      );
    case "integer":
    case "number":
      return madeUpNumber(chance, schema);
    case "boolean":
      return chance.one(2);
    case "null":
      return null;
    case "string":
      return chance.one(6) ? `made-up-${chance.below(1e6)}` : chance.of(known);
    default:
      return chance.one(2) ? chance.of(known) : chance.of(hostile);
  }
}

function madeUpObject(
  chance: Chance,
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  deeper: (schema: JsonSchema) => unknown,
  known: readonly string[],
): object {
  const made: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties)) {
    const isWanted = required.includes(name) ? !chance.one(30) : chance.one(2);
    if (isWanted) made[name] = deeper(schema);
  }
  if (typeof additionalProperties === "object")
    made[chance.of(known)] = deeper(additionalProperties);
  if (chance.one(20)) made[`unknown-${chance.below(9)}`] = chance.of(hostile);
  return made;
}

function madeUpNumber(chance: Chance, { minimum, maximum }: JsonSchema) {
  const low = Math.max(minimum ?? -10, -1e13);
  const high = Math.min(maximum ?? 1e13, 1e13);
  return chance.of([
    ...[low, low - 1, high, high + 1, Date.now()],
    low + chance.below(1_000),
    Math.floor(low + chance.below(high - low)),
  ]);
}
