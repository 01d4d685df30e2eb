/** What the collector answers to browsers: the widget's data. */
import type { Reason } from "./reasons.ts";

export type RewardKind =
  | "points"
  | "coupon"
  | "shared_points"
  | "cash"
  | "gift"
  | "perk";

export type RewardState = "pending" | "confirmed" | "paid" | "void";

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

/** `POST /v1/members` */
export interface JoinAnswer {
  member: { id: string; code: string; link: string };
  /** Opaque, revocable member token, to be kept on the device. */
  token: string;
}

/** Why something counts, waits, or was reduced or refused. */
export interface Receipt {
  /** By what it was recognised; `hand`: the shop has credited it itself. */
  by: "code" | "link" | "earlier" | "hand";
  /** When the code or link was used, epoch milliseconds. */
  touchedAt: number;
  because: Reason | null;
  /** Until when it waits, where only time stands in the way; epoch milliseconds. */
  until: number | null;
  /** What took a part of it: a cap, a guardrail, a limit, a budget. */
  cappedBy: string[];
  /** The shop's own words, where it has taken the reward back by hand. */
  note?: string;
}

/** What the part of a reward above the cap became: an entry in a draw, or a perk. */
export interface Overflow {
  kind: "raffle" | "perk";
  /** The prize, or the perk. */
  name: string;
  valueMinor: number;
}

export interface MyReward {
  id: string;
  /** `referrer`: earned by referring; `friend`: earned as a referred friend. */
  to: "referrer" | "friend";
  /** The step that earned it: `lead`, `sale`, ... */
  on: string;
  kind: RewardKind;
  /** Name of a perk, or `null`. */
  name?: string | null;
  amountMinor: number;
  currency: string;
  /** What the part above the cap became, in the reward's own currency and state; absent where there was none. */
  overflow?: Overflow;
  state: RewardState;
  because: Reason | null;
  /** Epoch milliseconds from which it can be confirmed, or `null`. */
  confirmableAt: number | null;
  at: number;
  /** False while its present state has not been shown to the member: news. */
  seen: boolean;
  /** The code of a gift that was handed out: shown to nobody else. */
  giftCode?: string;
  /** Where that code is used, if the shop has said so. */
  giftUrl?: string;
  /** Epoch milliseconds from which nobody honours the code any more; absent where it never expires. */
  giftExpiresAt?: number;
  /** For which of the `friends`, by id; `null` where it was earned as a friend. */
  friend?: string | null;
  receipt?: Receipt;
}

export interface MyFriend {
  /** Stays the same; identifies nobody outside this list. */
  id?: string;
  /** Never identifies: "1", "2", ... by order of arrival. */
  label: string;
  /** The furthest stage: `lead`, `sale`, ... */
  stage: string;
  /** Why nothing counts, or not yet. Also friends who came with the member's code or link and count for nobody. */
  because: Reason | null;
  at: number;
  receipt?: Receipt;
}

/** A member's "this is wrong", and what the shop says to it. */
export interface MyDispute {
  id: string;
  /** The reward or friend that it is about, by id; `null` for a friend who is missing. */
  about: string | null;
  message: string;
  /** `upheld`: the member was right. */
  state: "open" | "upheld" | "declined";
  /** The shop's words, once it has answered. */
  answer: string | null;
  at: number;
  answeredAt: number | null;
}

/** `GET /v1/me` */
export interface Me {
  member: {
    id: string;
    code: string;
    link: string;
    publicName: string | null;
    /** True where this member was referred by somebody. */
    referred: boolean;
  };
  /** As in `Settings`. */
  test?: true;
  /** Only to share with: whoever looks has a member's link, and is not known to be the member. Never the collector's answer. */
  shareOnly?: true;
  program: PublicProgram;
  totals: {
    pendingMinor: number;
    confirmedMinor: number;
    paidMinor: number;
    currency: string;
    /** The same in other currencies than the programme's; absent where there are none. */
    others?: {
      currency: string;
      pendingMinor: number;
      confirmedMinor: number;
      paidMinor: number;
    }[];
  };
  rewards: MyReward[];
  friends: MyFriend[];
  /** The newest first. */
  disputes?: MyDispute[];
  share: {
    /** The message without link and disclosure, or `null` for the widget's own words. */
    text: string | null;
    /** The advertising disclosure that every message must carry, or `null` for the widget's own words. */
    disclosure: string | null;
  };
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
