/** What stands in the way of an installation, as far as calls that were refused show it. */
export type TroubleKind =
  /** A page on an origin that is none of the site's; `value` is the origin. */
  | "origin"
  /** A page of the site with a public key that nobody has; `value` is the key. */
  | "unknown_key"
  /** A page that still has the former public key; `value` is its origin. */
  | "former_key"
  /** A token that another key has signed. */
  | "signature"
  /** A token of a server whose clock is ahead. */
  | "clock"
  /** A token that came after its time: a cached page, or a server whose clock is behind. */
  | "expired"
  /** A token that is made wrongly; `value` says how. */
  | "form";

export interface Trouble {
  /** `null` where the key was nobody's. */
  siteId: string | null;
  kind: TroubleKind;
  value: string;
  /** Of the page that called. */
  origin: string | null;
}

export interface NotedTrouble extends Trouble {
  count: number;
  /** When last. */
  at: number;
}

/** The last troubles: in this process's memory, and never more than a few, whatever comes. */
export interface Troubles {
  note(trouble: Trouble, at: number): void;
  /** Those that a site can do something about, the latest first. */
  of(site: { id: string; origins: readonly string[] }): NotedTrouble[];
}

const maxKept = 300;
const longestValue = 200;

export function newTroubles(): Troubles {
  const kept = new Map<string, NotedTrouble>();
  return {
    note(trouble, at) {
      const { siteId, kind, origin } = trouble;
      const value = trouble.value.slice(0, longestValue);
      const key = JSON.stringify([siteId, kind, value]);
      const count = (kept.get(key)?.count ?? 0) + 1;
      // Moved to the end, so that the first is the one that was quiet for longest.
      kept.delete(key);
      kept.set(key, { siteId, kind, value, origin, count, at });
      if (kept.size <= maxKept) return;
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        return;
      }
    },
    of: ({ id, origins }) =>
      [...kept.values()]
        .filter(({ siteId, origin }) =>
          siteId === null
            ? origin !== null && origins.includes(origin)
            : siteId === id,
        )
        .reverse(),
  };
}
