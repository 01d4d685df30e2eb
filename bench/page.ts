/** `node bench/page.ts [loads]`: what a page feels of us, measured alone; `--json` for programs. `npm run bench` has it among the rest. */
import { isMet } from "./measure.ts";
import { measurePage } from "./page/measure-page.ts";
import { table } from "./table.ts";

const loads = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 10);
const { figures, details } = await measurePage(loads);

if (process.argv.includes("--json")) {
  console.log(JSON.stringify({ figures, details }, null, 2));
} else {
  const rows = figures.map((figure) => [
    figure.what,
    Math.round(figure.value * 100) / 100,
    figure.unit,
    figure.spread === null ? "" : `±${Math.round(figure.spread * 100)} %`,
    figure.gate && "atMost" in figure.gate ? figure.gate.atMost : "",
    isMet(figure) ? "met" : "MISSED",
  ]);
  console.log(table(["", "measured", "", "spread", "at most", ""], rows));
  for (const { title, head, rows, notes } of details) {
    console.log(`\n${title}\n\n${table(head, rows)}\n\n${notes.join("\n")}`);
  }
}
