import type { Touch, Touches } from "../protocol/events.ts";
import { cookieName } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";
import { cleanAddress } from "./clean-address.ts";
import { readCookie } from "./cookie.ts";
import { writeDevice } from "./device.ts";

/** A click that is not older is the same arrival: a reload, or the back button. */
const sameArrivalMs = 30 * 60 * 1000;

/** Who is here and who sent them, as far as consent lets it be known. */
export interface Visit {
  canKeep(): boolean;
  /** Settles whether the device may be written to; the page's word beats the site's setting. */
  decide(): Promise<void>;
  setConsent(state: string): void;
  /** This browser's id; made at need with `make`, where it may be kept. */
  visitorId(need?: "make"): string | undefined;
  touches(): Touches | undefined;
  meet(touch: Touch): void;
  /** Stores the touch that waited for consent, takes it out of the address once stored, and answers it where it is a new one. */
  keepArrival(): Touch | undefined;
  eraseAll(): void;
}

export function openVisit({
  consent,
  askSite,
  newId,
}: {
  consent: string | undefined;
  /** Asks the collector for the site's own setting. */
  askSite(): Promise<{ consent?: string }>;
  newId(): string;
}): Visit {
  // The parts of the cookie's value, as `referral-cookie.ts` describes it: here they stay text, which is less code.
  let id = "";
  let first = "";
  let last = "";
  let arrived: Touch | undefined;
  let asking: Promise<{ consent?: string }> | undefined;
  read();
  // Global Privacy Control is the browser's own "required": only a word on the page goes beyond it.
  let state = (navigator as { globalPrivacyControl?: boolean })
    .globalPrivacyControl
    ? "gpc"
    : // Only a page with consent has written a visitor: later pages need not ask again.
      id
      ? "granted"
      : consent;

  const canKeep = () => state === "granted";

  /** Always asked of the device: another tab may have been referred. The cookie comes last and wins. */
  function read(): void {
    for (const value of [
      attempt(() => localStorage[cookieName]),
      attempt(readCookie),
    ]) {
      const [version, visitor, oldest, newest] = `${value}`.split(".");
      if (version !== "1") continue;
      id = visitor || id;
      if (oldest) first = oldest;
      last = newest || oldest || last;
    }
  }

  function write(): unknown {
    id ||= newId();
    return writeDevice([1, id, first, last === first ? "" : last].join("."));
  }

  function erase(): void {
    id = first = last = "";
    writeDevice("");
  }

  return {
    canKeep,
    async decide() {
      if (state) return;
      asking ??= askSite();
      state ??= (await asking).consent;
    },
    setConsent(next) {
      state = next;
      if (!canKeep()) erase();
    },
    visitorId(need) {
      if (!canKeep()) return;
      read();
      if (!id && need) write();
      return id || undefined;
    },
    touches() {
      if (arrived) return { first: arrived, last: arrived };
      if (!canKeep()) return;
      read();
      if (last) return { first: parseTouch(first), last: parseTouch(last) };
    },
    meet(touch) {
      arrived = touch;
    },
    keepArrival() {
      const touch = arrived;
      if (!touch || !canKeep()) return;
      read();
      const { code, at, click } = parseTouch(last);
      const isKnown =
        id &&
        code === touch.code &&
        (touch.click ? click === touch.click : at > touch.at - sameArrivalMs);
      if (!isKnown) {
        last = [touch.code, touch.at.toString(36), touch.click].join("~");
        first ||= last;
      }
      arrived = undefined;
      // Where nothing could be stored the address is all that keeps the code.
      if (write()) attempt(cleanAddress);
      return isKnown ? undefined : touch;
    },
    eraseAll() {
      arrived = undefined;
      erase();
    },
  };
}

function parseTouch(text: string): Touch {
  const [code, at = "", click] = text.split("~");
  return { code, at: parseInt(at, 36), click: click || undefined } as Touch;
}
