import { auditEn } from "./audit-en.ts";
import { adviceEn, figuresEn, warningsEn } from "./figures-en.ts";
import { rulesFactsEn } from "./rules-facts-en.ts";
import { rulesFieldsEn } from "./rules-fields-en.ts";
import { rulesTrialsEn } from "./rules-trials-en.ts";

/** The form of the rules, in English. */
export const rulesEn = {
  change: "Change the rules",
  intro:
    "Nothing here counts until you publish. What was promised under older rules stays promised.",
  inForce: (version: number, at: string) => `Version ${version}, since ${at}`,
  inWords: "The rules in force, in words",
  programs: "Programmes",
  history: "History",
  copyTitle: "A new programme, as a copy",
  copyHint:
    "For partners or employees, say. It starts paused, with the rules of this one: change them, then set it live.",
  copyId: "Short name for addresses and calls",
  copyIdHint: "a-z, 0-9 and hyphens",
  copy: "Make the copy",
  copied:
    "The programme is there, and paused. Change what differs, then publish it as live.",
  copyBadId: "Use 1 to 40 of a-z, 0-9 and hyphens.",
  copyTaken: "There is a programme of that name already.",
  sections: {
    programme: "Programme",
    steps: "What is paid",
    credit: "Who is credited",
    margins: "Margins",
    bounds: "What holds it within bounds",
    law: "Law on gifts",
    limits: "Limits for a member",
    boosts: "Campaigns",
    display: "What customers see",
  },
  sectionHints: {
    programme: "",
    steps:
      "A small sure gift for a first step, and a share for a purchase, is a good beginning.",
    credit: "A code that is typed always beats a link.",
    margins:
      "Gross profit in the price. Name a class of goods where it differs, and send its name as marginClass with the order.",
    bounds:
      "The guardrail looks at both sides together. A reward that no longer fits a budget is refused, not cut.",
    law: "Arithmetic by Japan’s premium rules, not legal advice. Points and coupons of your own shop count as a discount.",
    limits: "For what one member earns by referring.",
    boosts:
      "Amounts of their own between two instants, by the time the friend followed the link.",
    display:
      "Left empty, Enishi’s own words are shown, in the visitor’s language.",
  },
  ...rulesFieldsEn,
  more: "More: months, budget, what is above the cap",
  allSteps: "All steps",
  days: "days",
  rateUnit: "% (a rate)",
  remove: "Remove",
  noRows: "None.",
  boost: (n: number) => `Campaign ${n}`,
  preview: "Preview",
  previewHint: "Shows warnings and what changes, and publishes nothing.",
  wrong: (n: number) =>
    n === 1
      ? "One field needs another look. Nothing was lost."
      : `${n} fields need another look. Nothing was lost.`,
  outcome: {
    title: "Preview",
    changes: "What changes",
    none: "Nothing differs from the version in force.",
    was: "Was",
    becomes: "Becomes",
    absent: "not there",
    warnings: "Warnings",
    noWarnings: "No warning.",
    law: "The law, as far as it can be worked out",
    lawFree: (who: string, what: string) => `${who}: ${what}. No limit.`,
    lawLimit: (who: string, what: string, limit: string, price: string) =>
      `${who}: ${what}. At most ${limit} where the purchase is ${price}.`,
    lawOver: "Above the limit",
    lawNone: "No check is asked for.",
    publish: "Publish as a new version",
    publishHint: "It holds from now on for who follows a link from now on.",
    published: (version: number) => `Version ${version} is in force.`,
    same: "These are the rules in force already: there is nothing to publish.",
    stale: (version: number) =>
      `Version ${version} was published in the meantime. Look at what changes against it, then publish.`,
    allTheSame: "These rules can lose money. Publish them all the same.",
    allTheSameNeeded:
      "Nothing was published: these rules can lose money. Lower what they give, or tick that you publish them all the same.",
    changedSince:
      "Something was changed after the preview. Look once more, then publish.",
  },
  unpublished:
    "What you changed here is not published. Publish it first; or choose the other site once more, and it is lost.",
  warningCodes: warningsEn,
  figures: figuresEn,
  adviceCodes: adviceEn,
  ...rulesTrialsEn,
  versions: {
    title: "History",
    version: (n: number) => `Version ${n}`,
    when: "When",
    who: "Who",
    what: "What changed",
    first: "The first version.",
    see: "See the rules",
    lines: "All of it, line by line",
    shown: (n: number) => `The rules of version ${n}`,
    back: "Back to the form",
    takeUp: "Take these rules up in the form",
    actors: { ...auditEn.actors, collector: "made with the site" } as Record<
      string,
      string
    >,
    unknown: "There is no such version.",
  },
  facts: rulesFactsEn,
};

export type RulesWords = typeof rulesEn;
