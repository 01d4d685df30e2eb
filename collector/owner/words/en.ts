import { againEn } from "./again-en.ts";
import { giftsEn } from "./gifts-en.ts";
import { installEn } from "./install-en.ts";
import { memberEn } from "./member-en.ts";
import { membersEn } from "./members-en.ts";
import { namesEn } from "./names-en.ts";
import { ordersEn } from "./orders-en.ts";
import { overflowEn } from "./overflow-en.ts";
import { payoutsEn } from "./payouts-en.ts";
import { programEn } from "./program-en.ts";
import { queueEn } from "./queue-en.ts";
import { refusalsEn } from "./refusals-en.ts";
import { resultsEn } from "./results-en.ts";
import { rewardsEn } from "./rewards-en.ts";
import { rulesEn } from "./rules-en.ts";
import { sitesEn } from "./sites-en.ts";
import { startEn } from "./start-en.ts";
import { webhooksEn } from "./webhooks-en.ts";

/** The owner's pages in English. */
export const en = {
  title: "Enishi: owner’s pages",
  skip: "Skip to content",
  otherLanguage: "日本語",
  nav: {
    menu: "Menu",
    results: "Results",
    queue: "To decide",
    orders: "Orders",
    rewards: "Rewards",
    members: "Members",
    payouts: "Payouts",
    program: "Programme",
    gifts: "Gift codes",
    webhooks: "Webhooks",
    sites: "Sites",
    install: "Install",
    audit: "Log",
    waiting: (n: string) => `${n} waiting`,
    lowPools: (n: string) => `${n} low on codes`,
  },
  logout: "Sign out",
  older: "Older",
  newest: "Back to the newest",
  times: (zone: string) => `All times in ${zone}.`,

  work: {
    far: (done: string, total: string) => `${done} of ${total} done.`,
    hint: "This page shows the outcome by itself. You may leave it: the work goes on.",
    look: "Look now",
    gone: "This is no longer under way. The lists show what was done; whatever is missing can be started again.",
  },

  login: {
    title: "Sign in",
    password: "Password",
    hint: "The one printed at the first start, or set as ENISHI_ADMIN_PASSWORD.",
    submit: "Sign in",
    wrong: "That is not the password. Check capitals and spaces.",
    wait: (seconds: number) =>
      `Too many wrong passwords. Try again in ${seconds} s.`,
  },
  again: againEn,
  problem: {
    forged:
      "This form was not sent from these pages, or it is from before you signed in. Go back, reload, and try again.",
    missing: "There is no such page here.",
    failed: "That did not work.",
    noSite: "There is no site in this database yet.",
    codes: {
      state_conflict:
        "It has changed in the meantime, or something else has to come first. Look at its present state.",
      not_found: "It is not there any more.",
      overloaded: "Too much is going on. Try again in a moment.",
    },
    reasonNeeded: "Say why, in a few words: the reason is kept.",
  },

  results: resultsEn,
  rewards: rewardsEn,
  ...namesEn,
  members: membersEn,
  install: installEn,
  program: programEn,
  order: ordersEn,
  refusals: refusalsEn,
  rules: rulesEn,
  sites: sitesEn,
  start: startEn,
  member: memberEn,
  webhooks: webhooksEn,
  gifts: giftsEn,
  overflow: overflowEn,
  payouts: payoutsEn,
  queue: queueEn,
};

export type Words = typeof en;
