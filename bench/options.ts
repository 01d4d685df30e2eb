import { parseArgs } from "node:util";
import type { Engine } from "./engines.ts";
import type { Measure, Scale } from "./measure.ts";

export interface Options {
  help: boolean;
  engines: Engine["name"][];
  only: Set<string> | null;
  /** What takes minutes in its full length, as it always is when asked for by name. */
  isLong: boolean;
  isQuick: boolean;
  /** Keep the results in docs/performance.json and write docs/performance.md from them. */
  record: boolean;
  /** Minutes at full load; `null` for what the scale says. */
  soakMinutes: number | null;
}

/** Reads what follows `npm run bench --`. Throws where it is not understood. */
export function parseOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: {
      engine: { type: "string" },
      only: { type: "string" },
      help: { type: "boolean", default: false },
      long: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
      "soak-minutes": { type: "string" },
    },
  });
  if (values.quick && values.record)
    throw new Error(
      "Expected --quick or --record: a quick run shows that it works, and its figures are worth no record.",
    );
  if (values.record && !values.long && !values.only)
    throw new Error(
      "Expected --long or --only beside --record: without them growth, memory and overload are short, and worth no record.",
    );
  const minutes = values["soak-minutes"];
  if (minutes !== undefined && !(Number(minutes) > 0))
    throw new Error(`Expected --soak-minutes to be a number, got ${minutes}.`);
  return {
    engines: enginesOf(values.engine),
    help: values.help,
    only: values.only ? new Set(values.only.split(",")) : null,
    isLong: values.long,
    isQuick: values.quick,
    record: values.record,
    soakMinutes: minutes === undefined ? null : Number(minutes),
  };
}

/** The measures that these options ask for on one engine. Throws where a name is nobody's. */
export function chosen(
  measures: Measure[],
  { only, record }: Options,
  engine: Engine["name"],
): Measure[] {
  const namesOf = ({ name, parts = [] }: Measure) => [name, ...parts];
  const known = new Set(measures.flatMap(namesOf));
  const strange = [...(only ?? [])].filter((name) => !known.has(name));
  if (strange.length)
    throw new Error(
      `Expected --only to name some of ${[...known].join(", ")}, and got ${strange.join(", ")}.`,
    );
  const halves = measures.flatMap(({ parts = [] }) =>
    parts.filter((part) => only?.has(part)),
  );
  if (record && halves.length)
    throw new Error(
      `Expected whole measures to record, and got ${halves.join(", ")}: the rest of the measure would be lost.`,
    );
  return measures.filter(
    (measure) =>
      measure.engines.includes(engine) &&
      (!only || namesOf(measure).some((name) => only.has(name))),
  );
}

export function scaleOf({
  isQuick,
  isLong,
  only,
  soakMinutes,
}: Options): Scale {
  const minute = 60;
  const soakSeconds = soakMinutes === null ? null : soakMinutes * minute;
  if (isQuick)
    return {
      rounds: 1,
      secondsARun: 1,
      events: 200_000,
      soakSeconds: soakSeconds ?? 12,
      overloadSeconds: 6,
    };
  const runs = { rounds: 3, secondsARun: 3 };
  if (!isLong && !only)
    return {
      ...runs,
      events: 1_000_000,
      soakSeconds: soakSeconds ?? minute,
      overloadSeconds: 15,
    };
  return {
    ...runs,
    events: 10_000_000,
    soakSeconds: soakSeconds ?? 10 * minute,
    overloadSeconds: minute,
  };
}

function enginesOf(named: string | undefined): Engine["name"][] {
  if (named === undefined) return ["sqlite", "postgres"];
  if (named === "sqlite" || named === "postgres") return [named];
  throw new Error(`Expected --engine sqlite or postgres, and got ${named}.`);
}
