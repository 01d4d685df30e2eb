import type { Offer } from "../sdk/protocol/offers.ts";

/** What the tracker tells the widget. */
export interface Context {
  site: string;
  /** The collector's base URL, without a slash at the end. */
  collector: string;
  locale: string | null;
  /** The signed member token that `identify` was given, or `null`. */
  token: string | null;
  /** Whom the page says without proof to be looking. */
  id?: string | null;
  visitor: string | null;
  /** The code that brought this visitor, as yet unchecked, or `null`. */
  code: string | null;
  /** May the widget write to the device now? */
  mayStore: boolean;
  debug: boolean;
}

/** Who sent this visitor, as far as the tracker knows. */
export interface ReferralAnswer {
  code: string;
  offer?: Offer | null;
  from?: string | null;
}

/** The part of the tracker's public function that the widget calls. Never rejects. */
export interface Enishi {
  /** With `make`, this browser gets a visitor id where it may have one: for a joining member. */
  (name: "context", need?: "make"): Promise<Context | undefined>;
  /** With a code that was typed: kept from now on, where the collector knows it. */
  (
    name: "referral",
    typed?: string,
  ): Promise<ReferralAnswer | null | undefined>;
  (
    name: "view",
    detail: { surface: string; code?: string | undefined },
  ): unknown;
  (name: "share" | "copy", detail: { code: string; channel?: string }): unknown;
}

const registered = Symbol.for("enishi");

/** The tracker an element talks to: its own property, else the page's. */
export function enishiOf(element: { enishi?: Enishi }): Enishi | undefined {
  const page = document as unknown as Record<symbol, Enishi | undefined>;
  const global = window as unknown as { enishi?: Enishi };
  return element.enishi ?? page[registered] ?? global.enishi;
}
