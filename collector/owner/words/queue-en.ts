import { auditEn } from "./audit-en.ts";
import { bulkEn } from "./bulk-en.ts";
import { personEn } from "./person-en.ts";
/** What waits for the owner, in English. */
export const queueEn = {
  title: "To decide",
  lookFirst: "See why it is held",
  intros: {
    unverified:
      "Only a browser has reported these, and a browser can be made to say anything. Look each one up in your shop; if number and amount agree, verify it, and its rewards follow.",
    held: "Something about these orders looks odd. Nothing of them is paid, however long they wait, until you have looked. A household or an office can look odd too.",
    disputed:
      "Members who say that something is wrong, with what the programme recorded. They read your answer.",
    unmatched:
      "Orders that count for nobody: most of them simply came without a referral. Where somebody did bring one, credit it by hand.",
  },
  tabs: {
    unverified: "Unverified",
    held: "Held",
    disputed: "Disputed",
    unmatched: "Matched nobody",
  },
  tabsLabel: "Kinds of what waits",
  more: (n: string) => `more than ${n}`,
  none: {
    unverified: "Nothing to verify.",
    held: "Nothing is held.",
    disputed: "Nothing is disputed.",
    unmatched: "Every order matched somebody.",
  },
  waits: {
    unverified: "Orders wait to be verified:",
    held: "Orders are held for a check:",
    disputed: "Members dispute something:",
  },

  order: "Order",
  choose: (order: string) => `Choose ${order}`,
  amount: "Amount",
  claimed: "Amount claimed",
  noAmount: "none stated",
  trust: "Who says so",
  trusts: {
    claim: "only a browser",
    trusted: "your shop, or a signed word",
  },
  occurred: "Ordered",
  recorded: "Recorded",
  credit: "Referral",
  ways: {
    code: (code: string) => `code ${code}, given with the order`,
    link: (code: string, at: string) => `link of ${code}, opened ${at}`,
    earlier: (code: string) => `referred before by ${code}`,
    hand: (code: string) => `by hand, to ${code}`,
  },
  noCredit: "nobody would be credited",
  rewards: "Rewards waiting",
  noRewards: "none",
  because: "Why it counts for nobody",
  warnings: "Warnings",
  verdict: "What looks odd",
  score: (score: string, hold: string) =>
    `${score} of 100 points; from ${hold} on it waits for you`,
  points: (n: string) => `${n} points`,
  signs: {
    same_mailbox:
      "The mail reaches the same mailbox as the referrer’s, or another friend’s of theirs.",
    shared_browser:
      "The browser was also used by the referrer, or by other friends of theirs: one person, or one household.",
    velocity: "The referrer brought unusually many friends in a short time.",
    disposable_mail: "The mail address is of a throw-away kind.",
    coupon_site: "The click came from a coupon site.",
    impossible_timing:
      "The order came before the referral, or within seconds of the click, or the click is dated before the referrer had the code.",
    charged_back:
      "The payment of another order of this friend was charged back.",
    newness_unanswered: "Nobody has said whether this customer is new.",
  } as Record<string, string>,

  confirm: {
    unverified: "The order is real: verify",
    held: "Nothing wrong: let it through",
  },
  void: { unverified: "Not a real order", held: "Take the rewards back" },
  voidHint: {
    unverified:
      "Its rewards become void. The reason is kept, and the member can read that the order was not verified.",
    held: "Its rewards become void. The reason is kept, and the member reads it. The order itself stays as it is.",
  },
  done: {
    confirm: {
      unverified: "The order is verified.",
      held: "The order is let through. Its rewards wait for their time, if it is not over.",
    },
    void: {
      unverified: "The order is refused, and its rewards are void.",
      held: "The rewards of this order are void.",
    },
  },

  by: "Member",
  wrote: "The member wrote",
  about: "About",
  abouts: {
    reward: "a reward",
    friend: "a friend whom they brought",
    missing: "a friend who is missing",
  },
  evidence: "What the programme recorded",
  noEvidence: "No order fits what the member writes.",
  asked: "Order",
  counts: (who: string) => `counts for ${who}`,
  countsForThem: "counts for this member",
  countsForNobody: "counts for nobody",
  clicks: "Clicks on the member’s links around that time",
  noClicks: "none",
  clicked: (n: string) => `${n} in all`,
  touches: "Links that the browser remembered",
  unmatched: "Orders that matched nobody and may be meant",
  remedy: "Credit an order to this member",
  remedyHint:
    "The order counts for this member from now on, and their rewards follow by the rules. Budgets and limits hold. It is kept who did it, and why.",
  remedyWhich: "Order",
  remedyAct: "Credit it",
  answer: "Answer",
  answerHint:
    "The member reads this in their own list. It only says: credit an order, or let a reward through, beside it.",
  decision: "Your answer",
  decisions: { upheld: "The member is right", declined: "It stays as it is" },
  words: "What the member reads",
  answerAct: "Send the answer",
  answered: "The answer is sent.",
  answerNeeded: "Choose an answer, and write what the member will read.",

  guesses: "Who may have brought it",
  noGuesses: "Nothing points to anybody.",
  whys: {
    mistyped_code: (code: string) =>
      `the code typed is one letter away from ${code}`,
    same_browser: (code: string, at: string) =>
      `this browser followed the link of ${code}${at && `, ${at}`}`,
    same_person: (code: string, at: string) =>
      `this customer followed the link of ${code} in another browser${at && `, ${at}`}`,
    near_in_time: (code: string, at: string) =>
      `somebody followed the link of ${code} shortly before${at && `, ${at}`}`,
  },
  somebodyElse: "Somebody else",
  typed: "Code, or your id for the member",
  creditAct: "Credit this order",
  credited: "The order is credited.",
  nobody: "Nobody has that code or id.",
  whoNeeded: "Choose a member, or type a code or an id.",

  many: {
    choose: (what: string) => `Choose ${what}`,
    answer: "Answer all with the same words",
    answerSays: "Each of these members reads the same answer.",
    answerDo: (n: string) => `Send the answer to ${n}`,
    credit: "Credit to the best guess",
    creditSays:
      "Each of these orders is credited as if the member’s link had brought it. Those to which nothing points are left out. Limits and budgets hold.",
    creditDo: (n: string) => `Credit ${n}`,
    aside: "Leave aside",
    asideSays:
      "These orders leave this list, and nothing else changes: each can still be credited on its own page.",
    asideDo: (n: string) => `Leave ${n} aside`,
  },
  bulk: bulkEn,
  audit: auditEn,
  person: personEn,
};

export type QueueWords = typeof queueEn;
