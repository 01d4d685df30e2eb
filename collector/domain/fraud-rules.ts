import { isCouponSite } from "./coupon-sites.ts";

/** What the rules look at. Never an address on the network: a family and an office share one. */
export interface FraudFacts {
  by: "code" | "link" | "earlier";
  touchAt: number;
  /** A click of this referrer's was dated before they had their code. */
  isTouchDoubted: boolean;
  occurredAt: number;
  /** When the referrer joined. */
  memberSince: number;
  mail: {
    isDisposable: boolean;
    /** The referrer's own mailbox, written with a tag or dots. */
    isReferrers: boolean;
    /** Other friends of this referrer with the same mailbox. */
    otherFriends: number;
  };
  browser: {
    /** The friend was also seen on a browser of the referrer's. */
    isReferrers: boolean;
    /** Other friends of this referrer who used the order's browser. */
    otherFriends: number;
  };
  /** How many friends this referrer has brought lately, this one included. */
  friends: { inHour: number; inDay: number };
  /** Hosts and campaign names that the referrer's clicks came from. */
  sources: readonly string[];
  /** Another order of this friend's was charged back. */
  hasChargedBack: boolean;
  /** Whether the shop has said if this customer is new. */
  isNewnessAnswered: boolean;
}

export type FraudCode =
  | "same_mailbox"
  | "shared_browser"
  | "velocity"
  | "disposable_mail"
  | "coupon_site"
  | "impossible_timing"
  | "charged_back"
  | "newness_unanswered";

/** One thing that speaks for fraud, and how much. */
export interface FraudSign {
  code: FraudCode;
  points: number;
  message: string;
}

type Rule = (facts: FraudFacts) => FraudSign | null;

const sameMailbox: Rule = ({ mail }) => {
  if (mail.isReferrers)
    return sign("same_mailbox", 60, "The mail reaches the referrer's mailbox.");
  return mail.otherFriends > 0
    ? sign(
        "same_mailbox",
        60,
        `${mail.otherFriends} other friend(s) of this referrer have the same mailbox.`,
      )
    : null;
};

const sharedBrowser: Rule = ({ browser }) => {
  const { isReferrers, otherFriends } = browser;
  if (isReferrers)
    return sign(
      "shared_browser",
      30,
      "The friend was also seen on a browser of the referrer's: one person, or one household.",
    );
  if (otherFriends === 0) return null;
  return sign(
    "shared_browser",
    otherFriends >= 3 ? 60 : 20,
    `${otherFriends} other friend(s) of this referrer used the same browser.`,
  );
};

const velocity: Rule = ({ friends: { inHour, inDay } }) => {
  const points =
    inHour >= 300
      ? 60
      : inHour >= 30
        ? 25
        : inHour >= 10 || inDay >= 30
          ? 15
          : 0;
  return points
    ? sign(
        "velocity",
        points,
        `This referrer brought ${inHour} friends within an hour, ${inDay} within a day (counted up to 300).`,
      )
    : null;
};

const disposableMail: Rule = ({ mail }) =>
  mail.isDisposable
    ? sign("disposable_mail", 60, "The mail address is of a throw-away kind.")
    : null;

const couponSite: Rule = ({ sources }) => {
  const site = sources.find(isCouponSite);
  return site
    ? sign("coupon_site", 60, `The click came from a coupon site: ${site}.`)
    : null;
};

/** Nobody reads a page and buys within so long. */
const quickestMs = 5_000;

const impossibleTiming: Rule = (facts) => {
  const { by, touchAt, isTouchDoubted, occurredAt, memberSince } = facts;
  if (by === "earlier") return null;
  if (isTouchDoubted)
    return sign(
      "impossible_timing",
      20,
      "The click is dated before the referrer had this code: it counts from the order.",
    );
  if (occurredAt < touchAt || occurredAt < memberSince)
    return sign(
      "impossible_timing",
      20,
      "The order is older than the referral it is credited to.",
    );
  return by === "link" && occurredAt - touchAt < quickestMs
    ? sign(
        "impossible_timing",
        20,
        "The order came within seconds of the click.",
      )
    : null;
};

const chargedBack: Rule = ({ hasChargedBack }) =>
  hasChargedBack
    ? sign(
        "charged_back",
        60,
        "The payment of another order of this friend's was charged back.",
      )
    : null;

const newnessUnanswered: Rule = ({ isNewnessAnswered }) =>
  isNewnessAnswered
    ? null
    : sign(
        "newness_unanswered",
        10,
        "Nobody has said whether this customer is new (customer.existing).",
      );

/** Each looks at one thing. Whoever is the referrer by id, mail or the order's own browser is refused before: `self_referral`. */
export const fraudRules: readonly Rule[] = [
  sameMailbox,
  sharedBrowser,
  velocity,
  disposableMail,
  couponSite,
  impossibleTiming,
  chargedBack,
  newnessUnanswered,
];

function sign(code: FraudCode, points: number, message: string): FraudSign {
  return { code, points, message };
}
