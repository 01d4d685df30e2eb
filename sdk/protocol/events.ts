/** What a browser tells the collector: `POST /v1/events`. */

/** A referral that the device keeps: whose code, when it was met, by which recorded click. */
export interface Touch {
  code: string;
  /** Epoch milliseconds by the device's clock. */
  at: number;
  /** The id that `/r/CODE` gave the click, if it came that way. */
  click?: string;
}

/** `first` and `last` touch of a device; the programme says which is credited. */
export interface Touches {
  first: Touch;
  last: Touch;
}

interface EventBase {
  /** 16 to 40 of `[0-9A-Za-z_-]`, unique per site, starting with a time. */
  id: string;
  /** Epoch milliseconds by the device's clock. */
  at: number;
}

export interface ClickEvent extends EventBase {
  type: "click";
  code: string;
  channel?: string;
  /** Origin and path of the page, without its query. */
  url?: string;
  /** The id of the click that `/r/CODE` has already recorded (`ec`). */
  click?: string;
  /** When the referral was met on another of the shop's domains, by the device's clock: it goes on here, and is not counted again. */
  since?: number;
}

export interface ViewEvent extends EventBase {
  type: "view";
  /** Which element was seen: `share`, `reward`, `progress`, `welcome` or `code`. */
  surface: string;
  code?: string;
}

export interface ShareEvent extends EventBase {
  type: "share" | "copy";
  code: string;
  channel?: string;
}

interface ConversionEventBase extends EventBase {
  /** A code that the customer typed. */
  code?: string;
  /** The touches kept on the device. */
  touch?: Touch | Touches;
  /** A conversion token signed by the shop's server. Its fields beat the event's. */
  token?: string;
}

export interface LeadEvent extends ConversionEventBase {
  type: "lead";
  orderId?: string;
  email?: string;
}

export interface SaleEvent extends ConversionEventBase {
  type: "sale";
  /** Required, unless the token brings them: `orderId`, `amountMinor`, `currency`. */
  orderId?: string;
  amountMinor?: number;
  currency?: string;
  marginClass?: string;
  customer?: { id?: string; email?: string };
}

export interface CustomEvent extends EventBase {
  type: "custom";
  name: string;
  props?: Record<string, string | number | boolean | null>;
  code?: string;
  touch?: Touch | Touches;
}

/** Consent was withdrawn, or the device erased: the collector forgets the browser too. */
export interface ForgetEvent extends EventBase {
  type: "forget";
  /** The id that the device no longer has. */
  visitor: string;
}

export type EnishiEvent =
  | ClickEvent
  | ViewEvent
  | ShareEvent
  | LeadEvent
  | SaleEvent
  | CustomEvent
  | ForgetEvent;

export interface EventBatch {
  /** The site's public key. */
  site: string;
  /** Random id of this browser; absent where nothing may be stored. */
  visitor?: string;
  /** Epoch milliseconds by the device's clock when the batch left: corrects its skew. */
  sentAt: number;
  events: EnishiEvent[];
}

export interface EventBatchAnswer {
  accepted: number;
  duplicate: number;
  refused: {
    index: number;
    id: string | null;
    code: string;
    message: string;
  }[];
}
