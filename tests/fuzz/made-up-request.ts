import type { Chance } from "./chance.ts";
import { hostile, type JsonSchema, madeUpValue } from "./made-up-value.ts";

export interface MadeUpRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

interface Described {
  security?: object[];
  parameters?: { name: string; in: "path" | "query"; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

export interface OpenApi {
  paths: Record<string, Record<string, Described>>;
}

export interface Means {
  /** Ids, codes, keys and orders that exist. */
  known: readonly string[];
  golden: readonly object[];
  origin: string;
  /** Bearers of every kind; the first is the API key. */
  bearers: readonly string[];
}

/** A call as the description has it, or nearly. */
export function madeUpRequest(
  chance: Chance,
  { paths }: OpenApi,
  means: Means,
): MadeUpRequest {
  if (chance.one(4)) return mutatedGolden(chance, means);
  const path = chance.of(Object.keys(paths));
  const method = chance.of(Object.keys(paths[path] ?? {}));
  const {
    parameters = [],
    requestBody,
    security,
  } = paths[path]?.[method] ?? {};
  const value = (schema: JsonSchema) =>
    madeUpValue(chance, schema, means.known);
  const of = (where: string) => parameters.filter((one) => one.in === where);
  const filled = of("path").reduce(
    (text, { name, schema }) =>
      text.replace(`{${name}}`, inAddress(chance, value(schema))),
    path,
  );
  const query = of("query")
    .filter(() => chance.one(2))
    .map(({ name, schema }) => `${name}=${inAddress(chance, value(schema))}`)
    .join("&");
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  return {
    method: (chance.one(40)
      ? chance.of(["get", "post", "put", "patch", "delete", "options", "head"])
      : method
    ).toUpperCase(),
    path: query ? `${filled}?${query}` : filled,
    headers: headersOf(chance, means, security?.length ? 30 : 3),
    body: schema ? torn(chance, JSON.stringify(value(schema)) ?? "") : null,
  };
}

function headersOf(
  chance: Chance,
  { origin, bearers }: Means,
  without: number,
) {
  const [key = ""] = bearers;
  return {
    ...(chance.one(20) ? {} : { Origin: origin }),
    ...(chance.one(without)
      ? {}
      : {
          Authorization: `Bearer ${chance.one(4) ? chance.of(bearers) : key}`,
        }),
    ...(chance.one(10) ? { "Content-Type": "text/plain" } : {}),
    ...(chance.one(30) ? { Cookie: "_enishi=1.x.%00.y" } : {}),
    ...(chance.one(30) ? { "X-Forwarded-For": "::, , 1.2.3.4" } : {}),
  };
}

/** What cannot stand in an address at all would never leave this process. */
function inAddress(chance: Chance, value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const escaped = encodeURIComponent((text ?? "").toWellFormed());
  if (chance.one(30)) return "%E0%A4%A";
  return escaped.slice(0, 2_000) || "%20";
}

/** A message that was right once, with something changed in it. */
function mutatedGolden(chance: Chance, means: Means): MadeUpRequest {
  const message = structuredClone(chance.of(means.golden));
  for (let times = chance.below(3); times >= 0; times--)
    mutate(chance, message, means);
  return {
    method: "POST",
    path: "/v1/events",
    headers: headersOf(chance, means, 1),
    body: torn(chance, JSON.stringify(message)),
  };
}

function mutate(chance: Chance, message: object, { known }: Means): void {
  let place = message as Record<string, unknown>;
  for (;;) {
    const names = Object.keys(place);
    if (!names.length) return;
    const name = chance.of(names);
    const inside = place[name];
    if (typeof inside === "object" && inside !== null && !chance.one(5)) {
      place = inside as Record<string, unknown>;
      continue;
    }
    if (chance.one(4)) delete place[name];
    // A copy: what is changed next may be in it.
    else
      place[name] = structuredClone(chance.of(chance.one(2) ? hostile : known));
    return;
  }
}

/** Now and then bytes are lost, or doubled, on the way. */
function torn(chance: Chance, text: string): string {
  if (!chance.one(25)) return text;
  const at = chance.below(text.length);
  return chance.one(2)
    ? text.slice(0, at)
    : text.slice(0, at) + text.slice(chance.below(text.length));
}
