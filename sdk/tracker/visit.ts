import type { Touch, Touches } from "../protocol/events.ts";
import { deniedValue, linkVisitorPrefix } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";
import { readCookie } from "./cookie.ts";
import { readDevice, writeDevice } from "./device.ts";
import type { Options } from "./options.ts";
import type { Ask } from "./transport.ts";

/** A click that is not older is the same arrival: a reload, or the back button. */
const sameArrivalMs = 30 * 60 * 1000;

/** Who is here and who sent them, as far as consent lets it be known. */
export interface Visit {
  canKeep(): boolean;
  /** Settles whether the device may be written to, and answers nothing where it cannot be settled; the page's word beats the site's setting, and the visitor's own beats both. */
  decide(): Promise<unknown>;
  /** Unless granted, erases this device; without a word, whatever waits for consent too. Answers the id that was erased. */
  setConsent(state?: string): string | undefined;
  /** This browser's id; made where it is needed and it may be kept. */
  visitorId(isNeeded?: unknown): string | undefined;
  keptTouches(): Touches | undefined;
  meet(touch: Touch): void;
  /** Stores the touch that waited for consent, and answers it where it is a new one. */
  keepArrival(): Touch | undefined;
}

export function openVisit(
  { consent, site }: Pick<Options, "consent" | "site">,
  ask: Ask,
  newId: () => string,
): Visit {
  // The parts of the cookie's value, as `referral-cookie.ts` describes it: here they stay text, which is less code.
  let id = "";
  let first = "";
  let last = "";
  let arrived: Touch | undefined;
  let asking: Promise<{ consent?: string }> | undefined;
  let isOnDevice = false;
  let state: string | undefined;

  function canKeep(): boolean {
    read();
    // Global Privacy Control is the browser's own "required": only a word on the page goes beyond it.
    state ??= (navigator as { globalPrivacyControl?: boolean })
      .globalPrivacyControl
      ? "required"
      : // Only a page with consent has written a visitor: later pages need not ask again. A page's word beats an id of the link, behind which is the site's setting alone, and one without the cookie, which a sibling host may have erased.
        id &&
          !(consent && (id[0] === linkVisitorPrefix || !attempt(readCookie)))
        ? "granted"
        : consent;
    return state === "granted";
  }

  /**
   * Always asked of the device: another tab may have been referred. The cookie wins.
   * What the device had and has no more, another tab has withdrawn, or this page left and came back to;
   * or the device itself says no: nothing is kept before the page says again that it may.
   */
  function read(): void {
    const found = readDevice().find((value) =>
      /^[01]/.test(`${value}`),
    ) as string;
    if (!found && !isOnDevice) return;
    // Not the note that says no: what has parts begins with 1.
    isOnDevice = found > deniedValue;
    if (!isOnDevice) state = "denied";
    [, id = "", first = "", last = ""] = `${found}`.split(".");
  }

  function write(): void {
    id ||= newId();
    writeDevice([1, id, first, last].join("."));
  }

  return {
    canKeep,
    async decide() {
      canKeep();
      const word =
        state ||
        (
          await // biome-ignore lint/suspicious/noAssignInExpressions: a statement of its own is over the budget
          (asking ??= ask<{ consent: string }>(`settings?site=${site}`).finally(
            () => {
              // Who got no answer may ask again.
              asking = undefined;
            },
          ))
        ).consent;
      // biome-ignore lint/suspicious/noAssignInExpressions: a statement of its own is over the budget
      return (state ??= word);
    },
    setConsent(next) {
      read();
      if (next === "granted") {
        // Over the note that says no.
        if (state === "denied") write();
        state = next;
        return;
      }
      if (next) state = next;
      else arrived = undefined;
      const erased = id;
      id = first = last = "";
      isOnDevice = false;
      writeDevice("");
      // Where the next page would keep something by itself, it has to know.
      if (next && consent !== "required") writeDevice(deniedValue);
      return erased;
    },
    visitorId(isNeeded) {
      if (!canKeep()) return;
      if (!id && isNeeded) write();
      return id || undefined;
    },
    keptTouches() {
      if (arrived) return { first: arrived, last: arrived };
      if (!canKeep()) return;
      if (first)
        return { first: parseTouch(first), last: parseTouch(last || first) };
    },
    meet(touch) {
      arrived = touch;
    },
    keepArrival() {
      if (!arrived || !canKeep()) return;
      const touch = arrived;
      const { code, at, click } = touch;
      const kept = parseTouch(last || first);
      const isKept =
        kept.code === code &&
        (click ? kept.click === click : kept.at > at - sameArrivalMs);
      if (!isKept) {
        const text = [code, at.toString(36), click].join("~");
        if (first) last = text;
        else first = text;
      }
      arrived = undefined;
      write();
      // What the link has counted is told again, whatever the device has: it may not have known the visitor.
      return isKept && !click ? undefined : touch;
    },
  };
}

function parseTouch(text: string): Touch {
  const [code, at = "", click] = text.split("~");
  return { code, at: parseInt(at, 36), click: click || undefined } as Touch;
}
