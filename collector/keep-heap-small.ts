import { setFlagsFromString } from "node:v8";

/**
 * Lets the heaps of all threads grow to twice of what is in use before they are cleared, where Node by itself waits for
 * four times as much: while the disk or the machine is slow, each request outlives the clearing of what is new, and would
 * lie there until then. Only for heaps that are cleared from now on, so it is called first.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--heap-growing-percent=100");
}
