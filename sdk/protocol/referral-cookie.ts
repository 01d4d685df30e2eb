import type { Touch, Touches } from "./events.ts";

/** Name of the cookie and of its mirror in localStorage. */
export const cookieName = "_enishi";

/** What a device keeps: who it is, and the first and last touch. */
export interface DeviceState {
  /** Random id of this browser, or `null` where only `/r/CODE` has written yet. */
  visitor: string | null;
  touches: Touches | null;
}

/**
 * Writes the cookie's value: `1.visitor.first.last`, a touch being
 * `code~at~click` with `at` in base 36. Every part is free of characters that
 * a cookie would need to escape. `last` is empty where it equals `first`.
 */
export function formatReferralCookie(state: DeviceState): string {
  const first = state.touches ? formatTouch(state.touches.first) : "";
  const last = state.touches ? formatTouch(state.touches.last) : "";
  return `1.${state.visitor ?? ""}.${first}.${last === first ? "" : last}`;
}

/** Reads the cookie's value; answers `null` for anything it did not write. */
export function parseReferralCookie(value: string): DeviceState | null {
  const [version, visitor, firstPart, lastPart, ...rest] = value.split(".");
  if (version !== "1" || lastPart === undefined || rest.length) return null;
  const first = parseTouch(firstPart ?? "");
  const last = parseTouch(lastPart) ?? first;
  return {
    visitor: visitor || null,
    touches: first && last ? { first, last } : null,
  };
}

function formatTouch({ code, at, click }: Touch): string {
  return `${code}~${at.toString(36)}~${click ?? ""}`;
}

function parseTouch(part: string): Touch | null {
  const [code, at, click] = part.split("~");
  const time = parseInt(at ?? "", 36);
  if (!code || !Number.isSafeInteger(time)) return null;
  return click ? { code, at: time, click } : { code, at: time };
}
