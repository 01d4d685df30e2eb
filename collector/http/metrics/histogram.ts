import type { Sample } from "./prometheus-text.ts";

/** How often something took how long. */
export interface Histogram {
  observe(seconds: number): void;
  samples(labels?: Record<string, string>): Sample[];
}

const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

export function newHistogram(): Histogram {
  /** One for each bound, and one beyond them. */
  const counts = new Uint32Array(bounds.length + 1);
  let sum = 0;
  return {
    observe(seconds) {
      let at = 0;
      while (at < bounds.length && seconds > (bounds[at] as number)) at += 1;
      counts[at] = (counts[at] as number) + 1;
      sum += seconds;
    },
    samples(labels = {}) {
      let count = 0;
      const buckets = [...bounds, "+Inf"].map((le, at) => {
        count += counts[at] as number;
        return {
          suffix: "_bucket",
          labels: { ...labels, le: String(le) },
          value: count,
        };
      });
      return [
        ...buckets,
        { suffix: "_sum", labels, value: sum },
        { suffix: "_count", labels, value: count },
      ];
    },
  };
}
