import type { onDemand } from "./on-demand.ts";

/** What a test replaces, and what differs between the script and the npm entry: a list, since names would be sent. */
export type World = readonly [
  /** Epoch milliseconds. */
  clock: () => number,
  newId: () => string,
  fetch: typeof window.fetch,
  /** Fetches what few pages need. */
  load: () => Promise<{ onDemand: typeof onDemand }>,
  /** Does nothing in the npm entry, where the page imports the widget itself. */
  loadWidget: () => Promise<unknown>,
];
