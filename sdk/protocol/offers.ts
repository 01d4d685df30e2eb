/** What the collector answers to browsers of what is offered. */
import type { Reason } from "./reasons.ts";

export type RewardKind =
  | "points"
  | "coupon"
  | "shared_points"
  | "cash"
  | "gift"
  | "perk";

/** What one side is promised at one step. */
export interface OfferTerm {
  kind: RewardKind;
  currency: string;
  /** A fixed amount in minor units, or `null` where a rate is paid. */
  fixedMinor: number | null;
  /** The rate in basis points *of the price paid*, whatever the rule's own base, or `null`. */
  ofPriceBps: number | null;
  /** The most that one person can get for one conversion, or `null`. */
  maxMinor: number | null;
  /** Name of a perk, or `null`. */
  name: string | null;
}

export interface OfferStep {
  /** `lead`, `sale` or a later stage. */
  on: string;
  holdDays: number;
  referrer: OfferTerm | null;
  friend: OfferTerm | null;
}

/** What both sides are promised: `referrer` and `friend` are the first step that pays each. */
export interface Offer {
  referrer: OfferTerm | null;
  friend: OfferTerm | null;
  steps: OfferStep[];
}

/** A shop's colour that can be read on any page, each part `#rrggbb`. */
export interface AccentColors {
  accent: string;
  /** The colour of words on the accent. */
  onAccent: string;
  /** The accent as the colour of words on a light and on a dark page; the ink where it would not be legible. */
  textOnLight: string;
  textOnDark: string;
}

/** A programme as customers may see it. */
export interface PublicProgram {
  id: string;
  name: string;
  brand: string;
  logoUrl: string | null;
  state: "live" | "paused" | "ended";
  currency: string;
  landingUrl: string;
  termsVersion: string;
  termsUrl: string | null;
  /** The owner's own words by message key, beating the built-in ones. */
  texts: Record<string, string>;
  /** Absent where the owner has chosen none. The page's own `--enishi-accent` beats it. */
  colors?: AccentColors;
  offer: Offer;
}

/** `GET /v1/settings?site=&program=` */
export interface Settings {
  /** The site's own consent setting. */
  consent: "granted" | "required";
  /** Absent unless true: a site for trying things out, where no money counts. */
  test?: true;
  program: PublicProgram;
}

/** `POST /v1/codes/check` */
export type CodeCheck =
  | {
      valid: true;
      code: string;
      offer: Offer;
      from: string | null;
      /** The referrer's id, for the shop's own forms. */
      member?: string;
    }
  | { valid: false; because: Reason };
