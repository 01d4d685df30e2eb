/** What was read of `/metrics`. */
export interface Scrape {
  /** Throws where there is no such figure. */
  value(name: string, labels?: Record<string, string>): number;
  find(name: string, labels?: Record<string, string>): number | undefined;
}

const header = /^# (HELP|TYPE) ([a-z_:][a-z0-9_:]*) (.+)$/;
const sample =
  /^([a-z_:][a-z0-9_:]*)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (-?[\d.e+-]+|\+Inf|NaN)$/;

/** Reads Prometheus' text form as strictly as its documentation: throws at the first line that is not as it says. */
export function parsePrometheus(text: string): Scrape {
  if (!text.endsWith("\n")) throw new Error("The last line is not ended.");
  const types = new Map<string, string>();
  const values = new Map<string, number>();
  const closed = new Set<string>();
  let open = "";
  for (const line of text.slice(0, -1).split("\n")) {
    const [, word, named = "", rest = ""] = header.exec(line) ?? [];
    if (word === "TYPE") {
      if (types.has(named)) throw new Error(`Twice: ${line}`);
      types.set(named, rest);
    }
    if (word) continue;
    const [, name = "", labels = "", value] = sample.exec(line) ?? [];
    if (!name) throw new Error(`Expected a sample: ${line}`);
    const family = types.has(name)
      ? name
      : name.replace(/_(bucket|sum|count)$/, "");
    if (!types.has(family)) throw new Error(`Without a type: ${line}`);
    if (family !== open) {
      if (closed.has(family)) throw new Error(`Not together: ${line}`);
      closed.add(family);
      open = family;
    }
    const key = `${name}{${sorted(labels)}}`;
    if (values.has(key)) throw new Error(`Twice: ${line}`);
    values.set(key, Number(value));
  }
  checkHistograms(types, values);
  const find = (name: string, labels: Record<string, string> = {}) =>
    values.get(
      `${name}{${sorted(
        Object.entries(labels)
          .map(([label, is]) => `${label}="${is}"`)
          .join(","),
      )}}`,
    );
  return {
    find,
    value(name, labels) {
      const found = find(name, labels);
      if (found === undefined)
        throw new Error(
          `Expected ${name} ${JSON.stringify(labels ?? {})} in:\n${text}`,
        );
      return found;
    },
  };
}

function sorted(labels: string): string {
  return labels.split(",").filter(Boolean).sort().join(",");
}

/** Buckets only grow, and the last is the count. */
function checkHistograms(
  types: Map<string, string>,
  values: Map<string, number>,
): void {
  for (const [family, type] of types) {
    if (type !== "histogram") continue;
    const last = new Map<string, number>();
    for (const [key, value] of values) {
      if (!key.startsWith(`${family}_bucket{`)) continue;
      const rest = key.slice(family.length + 7).replace(/,?le="[^"]+"/, "");
      const series = rest.replace("{,", "{");
      if (value < (last.get(series) ?? 0)) throw new Error(`Shrinks: ${key}`);
      last.set(series, value);
    }
    if (!last.size) throw new Error(`No buckets: ${family}`);
    for (const [series, value] of last)
      if (values.get(`${family}_count${series}`) !== value)
        throw new Error(`Not the count: ${family}${series}`);
  }
}
