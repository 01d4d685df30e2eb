/** What the collector answers to a member: the widget's data. */
import type { PublicProgram, RewardKind } from "./offers.ts";
import type { Reason } from "./reasons.ts";

/** `POST /v1/members` */
export interface JoinAnswer {
  member: { id: string; code: string; link: string };
  /** Opaque, revocable member token, to be kept on the device. */
  token: string;
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

export type RewardState = "pending" | "confirmed" | "paid" | "void";

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
  /** What a void reward had been, before it was taken back; absent where nothing ever was. */
  voidedMinor?: number;
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

/** What the part of a reward above the cap became: an entry in a draw, or a perk. */
export interface Overflow {
  kind: "raffle" | "perk";
  /** The prize, or the perk. */
  name: string;
  valueMinor: number;
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
