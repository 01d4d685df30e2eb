import { copiesOfPreact, measureSizes } from "./measure-sizes.ts";
import { table } from "./table.ts";

const sizes = measureSizes();
const copies = copiesOfPreact();

console.log("Bytes after brotli 11\n");
console.log(
  table(
    ["", "bytes", "gate", "aim", ""],
    sizes.map(({ what, bytes, gate, aim }) => [
      what,
      bytes,
      gate,
      aim ?? "",
      bytes > gate ? "OVER" : aim && bytes > aim ? "over the aim" : "",
    ]),
  ),
);
console.log(`\nCopies of Preact in the widget: ${copies}`);
if (copies !== 1 || sizes.some(({ bytes, gate }) => bytes > gate)) {
  process.exitCode = 1;
}
