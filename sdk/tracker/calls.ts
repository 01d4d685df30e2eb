import type { CodeCheck } from "../protocol/offers.ts";

export interface LeadFields {
  /** The shop's own id of the enquiry; left out, the page's own, stable on this device. */
  id?: string;
  email?: string;
  /** Signed by the shop's server with `signConversion`: makes it more than a claim. */
  token?: string;
}

export interface SaleFields {
  orderId?: string;
  /** Price paid, in minor units. */
  amountMinor?: number;
  /** ISO 4217. */
  currency?: string;
  marginClass?: string;
  customer?: { id?: string; email?: string };
  /** A code that the customer typed; it beats a link. */
  code?: string;
  token?: string;
}

/** What an element needs to know of the page it is on. */
export interface Context {
  site: string;
  /** The collector's address without a trailing slash. */
  collector: string;
  locale?: string | undefined;
  /** The signed member token given by `identify`; a claim's `id`, `email` and `kind` are there as they were given. */
  token?: string | undefined;
  id?: string | undefined;
  /** This browser's id; undefined while it has none. */
  visitor: string | undefined;
  /** The code that brought this visitor, whether or not it is a good one; undefined for whoever was not referred. */
  code: string | undefined;
  /** May anything be written to the device now? */
  mayStore: boolean;
  debug: boolean;
}

/** A code the collector knows, with what it offers. */
export type Referral = Pick<
  Extract<CodeCheck, { valid: true }>,
  "code" | "offer" | "from"
> & { member?: string };

type Props = Record<string, string | number | boolean | null>;

/** Everything that `enishi(name, ...)` can do. */
export interface Calls {
  identify(
    who: { token: string } | { id: string; email?: string; kind?: string },
  ): void;
  lead(fields?: LeadFields): void;
  sale(fields: SaleFields): void;
  track(name: string, props?: Props): void;
  consent(state: "granted" | "denied"): void;
  /** Erases every trace on this device. */
  forget(): void;
  /** Who sent this visitor; with a code that they typed, that one from now on, if the collector knows it. */
  referral(typed?: string): Referral | null;
  open(surface: "share" | "reward" | "progress"): void;
  /** Calls back with the detail of each `enishi:<name>` event; `ready` also where it has been. */
  on(name: string, listener: (detail: unknown) => void): void;
  view(seen: { surface: string; code?: string }): void;
  share(shared: { code: string; channel?: string }): void;
  copy(copied: { code: string; channel?: string }): void;
  /** With `make`, the visitor gets an id now, if the device may keep one: for a joining member. */
  context(need?: "make"): Context;
}

/**
 * The one function of the page. Its promise settles when the collector has the
 * event, or it is queued on the device; it never rejects.
 *
 * @example await enishi("sale", { orderId: "1001", amountMinor: 100_000, currency: "JPY" });
 */
export type Enishi = <Name extends keyof Calls>(
  name: Name,
  ...args: Parameters<Calls[Name]>
) => Promise<ReturnType<Calls[Name]> | undefined>;
