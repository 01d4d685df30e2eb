import type { Arrival } from "./arrival.ts";

/** Codes that have arrived and that the collector has to be asked about, kept among the unsent events until it has answered: the visitor may leave before. */
export interface Undecided {
  type: "arrival";
  /** When, in epoch milliseconds. */
  id: number;
  /** In the order in which they are asked about. */
  all: Arrival[];
}
