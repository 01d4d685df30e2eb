export const tabs = ["unverified", "held", "disputed", "unmatched"] as const;

export type Tab = (typeof tabs)[number];

/** Where one kind of what waits is listed; the first is the queue itself. */
export function queuePath(tab: Tab): string {
  return tab === "unverified" ? "/owner/queue" : `/owner/queue/${tab}`;
}
