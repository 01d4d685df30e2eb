import type { onDemand } from "./on-demand.ts";

/** What a test replaces, and what differs between the script and the npm entry. */
export interface World {
  /** Epoch milliseconds. */
  clock(): number;
  fetch: typeof window.fetch;
  newId(): string;
  /** Fetches what few pages need. */
  load(): Promise<{ onDemand: typeof onDemand }>;
  /** Does nothing in the npm entry, where the page imports the widget itself. */
  loadWidget(): Promise<unknown>;
}
