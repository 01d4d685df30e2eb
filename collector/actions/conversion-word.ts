/** What somebody says of an order: the shop's server, a signed token, or a mere browser. */
export interface ConversionWord {
  type: string;
  orderId: string;
  amountMinor: number | null;
  currency: string | null;
  /** Only from the shop's server. */
  grossProfitMinor: number | null;
  marginClass: string | null;
  customer: {
    id: string | null;
    email: string | null;
    /** Only by a trusted word: this customer is not new. */
    existing: boolean | null;
  };
  /** A code that was typed or stated, normalised. */
  code: string | null;
  /** The code as it came, where it is not shaped like one. */
  rawCode: string | null;
  /** What the device remembers, by the collector's clock. */
  touches: { code: string; at: number; click: string | null }[];
  visitor: string | null;
  occurredAt: number;
  trust: Trust;
}

/** Whose word an order rests on: the owner has verified, or refused, a claim by hand. */
export type Trust = "server" | "token" | "owner" | "claim" | "refused";

/** Only a trusted word binds an identity, reserves budget, or pays. */
export function isTrusted(trust: Trust): boolean {
  return trust !== "claim" && trust !== "refused";
}
