import type { Touch, Touches } from "./events.ts";

/** Name of the cookie and of its mirror in localStorage. */
export const cookieName = "_enishi";

/** The whole value where the visitor has refused: no id, only that the next page must not keep anything. */
export const deniedValue = "0";

/** How a visitor id begins that `/r/CODE` has made; a script's begins with a time. */
export const linkVisitorPrefix = "r";

/** What a device keeps: who it is, and the first and last touch. */
export interface DeviceState {
  /** Random id of this browser, or `null` in cookies of before `/r/CODE` wrote one too. */
  visitor: string | null;
  touches: Touches | null;
}

/**
 * Writes the cookie's value: `1.visitor.first.last`, a touch being
 * `code~at~click` with `at` in base 36. Every part is free of characters that
 * a cookie would need to escape. `last` is empty where it equals `first`.
 */
export function formatReferralCookie({
  visitor,
  touches,
}: DeviceState): string {
  const [first = "", last] = touches
    ? [touches.first, touches.last].map(formatTouch)
    : [];
  return [1, visitor, first, last === first ? "" : last].join(".");
}

/** Reads the cookie's value; answers `null` for anything it did not write. */
export function parseReferralCookie(value: string): DeviceState | null {
  const [version, visitor, ...parts] = value.split(".");
  if (version !== "1" || parts.length !== 2) return null;
  const [first, last = first] = parts.flatMap(parseTouch);
  return {
    visitor: visitor || null,
    touches: first && last ? { first, last } : null,
  };
}

function formatTouch({ code, at, click }: Touch): string {
  return `${code}~${at.toString(36)}~${click ?? ""}`;
}

function parseTouch(part: string): Touch[] {
  const [code, at = "", click] = part.split("~");
  const time = parseInt(at, 36);
  return code && time ? [{ code, at: time, ...(click && { click }) }] : [];
}
