import type { Figure, Measure } from "../measure.ts";
import { measureSizes, type Size } from "../measure-sizes.ts";

/** What a page downloads: `npm run size` fails where one of these is over its gate. */
export const sizes: Measure = {
  name: "sizes",
  // Which database it is makes no difference to a page.
  engines: ["sqlite"],
  async run() {
    const all = measureSizes();
    const isPartOnDemand = ({ what }: Size) => what.startsWith("on demand");
    return {
      figures: all.filter((size) => !isPartOnDemand(size)).map(figureOf),
      details: [
        {
          title: "Sizes",
          head: ["", "bytes", "gate", "aim"],
          rows: all.map(({ what, bytes, gate, aim }) => [
            what,
            bytes,
            gate,
            aim === null ? "" : aim.toLocaleString("en"),
          ]),
          notes: ["After brotli 11, each file by itself, as it is served."],
        },
      ],
    };
  },
};

function figureOf({ what, bytes, gate, aim }: Size): Figure {
  return {
    name: `size of ${what}`,
    what,
    value: bytes,
    unit: "bytes",
    spread: null,
    gate: { atMost: gate },
    aim,
  };
}
