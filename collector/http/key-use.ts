import type { Writer } from "../ingest/writer.ts";

const hourMs = 60 * 60 * 1000;
/** More than a collector has keys that call within an hour. */
const maxRemembered = 5_000;

/** Notes which API keys are used, so that the owner sees which nobody needs. */
export interface KeyUse {
  /** Of a key that holds. Returns at once; what goes wrong is no reason to refuse the call. */
  note(key: string): void;
}

/** One write an hour and key, however many calls come. */
export function noteKeyUse(writer: Writer, now: () => number): KeyUse {
  const noted = new Map<string, number>();
  return {
    note(key) {
      const hour = Math.floor(now() / hourMs);
      if (noted.get(key) === hour) return;
      if (noted.size >= maxRemembered) noted.clear();
      noted.set(key, hour);
      writer.run("noteKeyUse", { key }).catch(() => noted.delete(key));
    },
  };
}
