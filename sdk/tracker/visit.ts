import type { Touch, Touches } from "../protocol/events.ts";
import {
  cookieName,
  type DeviceState,
  formatReferralCookie,
  parseReferralCookie,
} from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";
import { readCookie, writeCookie } from "./cookie.ts";
import { eraseDevice } from "./device-storage.ts";

/** A click that is not older is the same arrival: a reload, or the back button. */
const sameArrivalMs = 30 * 60 * 1000;

/** Who is here and who sent them, as far as consent lets it be known. */
export interface Visit {
  mayStore(): boolean;
  /** Settles whether the device may be written to; the page's word beats the site's setting. */
  decide(): Promise<void>;
  consent(state: string): void;
  /** This browser's id; made at need with `make`, where it may be kept. */
  visitor(need?: "make"): string | null;
  touches(): Touches | null;
  meet(touch: Touch): void;
  /** Stores the touch that waited for consent; answers it where it is a new one. */
  keepArrival(): Touch | undefined;
  forget(): void;
}

export function openVisit({
  consent,
  siteConsent,
  newId,
}: {
  consent: string | undefined;
  /** Asks the collector for the site's own setting. */
  siteConsent(): Promise<string | undefined>;
  newId(): string;
}): Visit {
  let held: DeviceState = { visitor: null, touches: null };
  let arrived: Touch | undefined;
  let asking: Promise<void> | undefined;
  // Only a page with consent has written a visitor: later pages need not ask again.
  let state = read().visitor ? "granted" : consent;

  const mayStore = () => state === "granted";

  /** Always asked of the device: another tab may have been referred. The cookie, which `/r/CODE` writes too, comes last and wins. */
  function read(): DeviceState {
    for (const value of [
      attempt(() => localStorage[cookieName]),
      readCookie(),
    ]) {
      const kept = parseReferralCookie(value ?? "");
      held = {
        visitor: kept?.visitor ?? held.visitor,
        touches: kept?.touches ?? held.touches,
      };
    }
    return held;
  }

  function write(change: Partial<DeviceState>): void {
    held = { ...held, ...change };
    const value = formatReferralCookie(held);
    writeCookie(value);
    attempt(() => {
      localStorage[cookieName] = value;
    });
  }

  function visitor(need?: "make"): string | null {
    if (!mayStore()) return null;
    if (!read().visitor && need) write({ visitor: newId() });
    return held.visitor;
  }

  function erase(): void {
    held = { visitor: null, touches: null };
    writeCookie("");
    eraseDevice();
  }

  return {
    mayStore,
    visitor,
    async decide() {
      if (state) return;
      asking ??= siteConsent().then((setting) => {
        state ??= setting;
      });
      await asking;
    },
    consent(next) {
      state = next;
      if (!mayStore()) erase();
    },
    touches() {
      if (arrived) return { first: arrived, last: arrived };
      return mayStore() ? read().touches : null;
    },
    meet(touch) {
      arrived = touch;
    },
    keepArrival() {
      const touch = arrived;
      if (!touch || !mayStore()) return;
      const { first, last } = read().touches ?? {};
      const isKnown =
        held.visitor &&
        last?.code === touch.code &&
        (touch.click
          ? last.click === touch.click
          : last.at > touch.at - sameArrivalMs);
      if (!isKnown) {
        visitor("make");
        write({ touches: { first: first ?? touch, last: touch } });
      }
      arrived = undefined;
      return isKnown ? undefined : touch;
    },
    forget() {
      arrived = undefined;
      erase();
    },
  };
}
