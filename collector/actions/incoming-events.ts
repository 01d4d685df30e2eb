import type { ConversionWord } from "./conversion-word.ts";

interface IncomingBase {
  id: string;
  /** Epoch milliseconds by the collector's clock. */
  at: number;
}

export interface IncomingClick extends IncomingBase {
  kind: "click";
  code: string;
  channel: string | null;
  url: string | null;
  /** The id of the click that the redirect has recorded; this event only says whose browser it was. */
  click: string | null;
  /** When the link was followed to another of the shop's domains, from which this visitor has come along. */
  since?: number | null;
  /** The host of the page that linked here, where the redirect was told. */
  referrer?: string | null;
  bot: boolean;
}

export interface IncomingSignal extends IncomingBase {
  kind: "signal";
  type: "view" | "share" | "copy" | "custom";
  surface: string | null;
  name: string | null;
  code: string | null;
  channel: string | null;
  /** JSON. */
  props: string | null;
  /** The caller said of itself that it is a program. */
  bot?: boolean;
}

export interface IncomingConversion extends IncomingBase {
  kind: "conversion";
  word: ConversionWord;
}

/** A browser whose user has withdrawn consent, or erased their device. */
export interface IncomingWithdrawal extends IncomingBase {
  kind: "withdrawal";
  visitor: string;
}

/** What becomes a row. */
export type StoredEvent = IncomingClick | IncomingSignal | IncomingConversion;
export type IncomingEvent = StoredEvent | IncomingWithdrawal;

export interface IncomingEvents {
  siteId: string;
  origin: string | null;
  receivedAt: number;
  visitor: string | null;
  events: IncomingEvent[];
}

/** Whether these become rows and decide nothing: a click does once it is known whose it is. */
export function onlyAdds({ visitor, events }: IncomingEvents): boolean {
  return events.every(
    ({ kind }) => kind === "signal" || (kind === "click" && visitor === null),
  );
}
