import { againEn } from "./again-en.ts";
import { deskEn } from "./desk-en.ts";
import { giftsEn } from "./gifts-en.ts";
import { ordersEn } from "./orders-en.ts";
import { overflowEn } from "./overflow-en.ts";
import { payoutsEn } from "./payouts-en.ts";
import { queueEn } from "./queue-en.ts";
import { refusalsEn } from "./refusals-en.ts";
import { rulesEn } from "./rules-en.ts";
import { sitesEn } from "./sites-en.ts";
import { startEn } from "./start-en.ts";

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

  results: {
    title: "Results",
    intro:
      "Verified conversions that a member’s referral brought, and the rewards promised for them.",
    figure: "Figure",
    days: (days: number) => `Last ${days} days`,
    since: (day: string) => `since ${day}`,
    reach: "Reach",
    outcome: "Outcome",
    money: "Money",
    views: "Widget views",
    shares: "Shares",
    copies: "Copies of link or code",
    clicks: "Clicks on links",
    leads: "Leads",
    sales: "Sales",
    rewards: "Rewards",
    revenue: "Revenue",
    gross: "Gross profit",
    rewardCost: "Reward cost",
    overflowCost: "Perks above the caps",
    overflowBoth: (cost: string, entries: string) =>
      `${cost}, and ${entries} raffle entries`,
    roi: "Return on rewards",
    noCost: "no rewards yet",
    roiHint:
      "Return on rewards = (gross profit − cost) ÷ cost, where the cost is that of rewards and of perks above the caps. A raffle’s prize is a cost of the draw.",
    developers: "For developers",
    api: "The same figures over HTTP:",
    channels: {
      title: "By channel",
      channel: "Channel",
      shares: "Shares",
      copies: "Copies",
      clicks: "Clicks",
      names: {
        ...{ line: "LINE", x: "X", mail: "Mail", sms: "SMS" },
        ...{ hatena: "Hatena Bookmark", instagram: "Instagram" },
        ...{ copy: "Copied link", qr: "QR code", native: "The device’s own" },
      } as Record<string, string>,
      unnamed: "not named",
      others: "all others",
      none: "Nothing was shared in this time.",
    },
    nothing: "No event has come in yet. Start with the snippet:",
  },

  rewards: {
    title: "Rewards",
    filter: "State",
    all: "All",
    show: "Show",
    none: "No rewards here.",
    when: "Promised",
    who: "For",
    what: "Reward",
    state: "State",
    act: "Actions",
    to: { referrer: "Referrer", friend: "Friend" },
    notJoined: "has not joined",
    forStep: (step: string) => `for a ${step}`,
    from: (day: string) => `can be confirmed from ${day}`,
    taken: (amount: string, of: string) =>
      `${amount} of ${of} taken back after payment`,
    takenBack: "Taken back",
    confirm: "Confirm",
    confirmEarly: "Confirm early",
    pay: "Mark as paid",
    void: "Void",
    voidHint: "The reward becomes void. The member reads the reason.",
    reason: "Reason",
    verifyFirst: "Verify the order first",
    done: {
      confirmation: "The reward is confirmed.",
      payment: "The reward is marked as paid.",
      void: "The reward is void.",
    },
  },
  states: {
    pending: "Pending",
    confirmed: "Confirmed",
    paid: "Paid",
    void: "Void",
  },
  kinds: {
    points: "points",
    coupon: "coupon",
    shared_points: "shared points",
    cash: "cash",
    gift: "gift",
    perk: "perk",
  },
  steps: { lead: "lead", sale: "sale" },
  reasons: {
    no_touch: "nobody’s link or code was met",
    window_closed: "the link was met too long ago",
    unknown_code: "nobody has this code",
    self_referral: "the member’s own code",
    existing_customer: "was a customer already",
    already_referred: "was referred by somebody else before",
    fraud_hold: "held for a check",
    hold_period: "the waiting time is not over",
    no_gift_code: "no gift code left",
    budget_spent: "the budget is spent",
    limit_reached: "the member’s limit is reached",
    unverified: "the order is not verified",
    outside_program: "outside the programme",
    member_suspended: "the member is suspended",
    refunded: "the order was refunded",
  },
  caps: {
    cap_of_gross: "cut to the share of gross profit",
    cap_fixed: "cut to the fixed maximum",
    guardrail: "cut by the guardrail",
    legal: "cut to the legal limit",
  },

  orders: {
    title: "Orders to verify",
    intro:
      "Only a browser has reported these, and a browser can be made to say anything. Look each one up in your shop; if number and amount agree, verify it, and its rewards follow.",
    none: "Nothing to verify.",
    amount: "Amount claimed",
    noAmount: "none stated",
    occurred: "Ordered",
    recorded: "Reported",
    credit: "Referral",
    byCode: (code: string) => `code ${code}, given with the order`,
    byLink: (code: string, at: string) => `link of ${code}, opened ${at}`,
    byEarlier: (code: string) => `referred before by ${code}`,
    byHand: (code: string) => `by hand, to ${code}`,
    noCredit: "nobody would be credited",
    waiting: "Rewards waiting",
    noRewards: "none",
    warnings: "Warnings",
    verify: "The order is real: verify",
    refuse: "Not a real order",
    refuseHint: "Its rewards become void.",
    done: {
      verification: "The order is verified.",
      void: "The rewards of this order are void.",
    },
  },

  members: {
    title: "Members",
    search: "Search",
    hint: "Your id for the person, mail address, code, or the beginning of the public name.",
    none: "Nobody found.",
    who: "Member",
    code: "Code",
    state: "State",
    since: "Member since",
    rewards: "Rewards",
    seeRewards: "See rewards",
    noId: "joined without an account",
    states: { active: "Active", suspended: "Suspended" },
    kinds: { customer: "customer", partner: "partner", employee: "employee" },
  },

  install: {
    title: "Install",
    doctor: "Examine a page",
    doctorHint:
      "Opens the shop with a panel that says what is wrong and how to mend it. For any other page, append what follows the address. Holds for one hour.",
    snippet: "Paste this into every page",
    snippetHint:
      "Before </head>. One click selects it all. The second line goes where the share screen should be, such as on the thank-you page; its style keeps the place, so that nothing moves when the screen comes.",
    snippetConsent:
      "data-consent repeats this site’s setting, so that a referral is kept even where the collector cannot be asked. It beats the setting: when you change that, change it in your pages too.",
    stub: "Only where a page calls before the script has loaded",
    stubHint:
      "This line, above the snippet, keeps such calls until the script is there.",
    server: "In the shop’s server",
    serverHint:
      "Report each order there too: it counts once, and only a server’s word or a signed one pays. A new key is made under Sites, Keys.",
    events: "What has come in",
    origin: "Origin",
    last: "Last event",
    at: "When",
    never: "no event yet",
    origins: "Where the site may be used",
    originsLabel: "Origins, one a line",
    originsHint:
      "Links land on the first; a programme that lands on another page of the shop keeps it. It takes a few seconds to be felt.",
    originsSave: "Save the origins",
    originsDone: "The origins are saved.",
    originsWrong: (line: string) =>
      `Expected origins without a path, such as https://shop.example, one a line; got “${line}”.`,
    check: "Nothing has come in. Check that",
    checks: [
      "the snippet is in the page’s source, with this very key;",
      "the page’s origin is one of those listed here;",
      "the page’s Content-Security-Policy allows the collector in script-src, connect-src and img-src;",
      "no blocker is at work: with data-debug on the script, the console says what was sent.",
    ],
    consent: "Without consent",
    consents: {
      granted: "The tracker may store from the start.",
      required:
        "Nothing is stored until the page says enishi('consent', 'granted').",
    },
  },

  program: {
    title: "Programme",
    intro: "The rules in force, in words. They are changed by",
    state: { live: "Live", paused: "Paused", ended: "Ended" },
    stateLabel: "State",
    steps: {
      lead: "When a friend signs up or asks for something (lead)",
      sale: "When a friend buys (sale)",
    },
    step: (step: string) => `When a friend reaches “${step}”`,
    whole: "For the whole programme",
    comma: ", ",
    stop: "; ",
    referrer: "The referrer gets",
    friend: "The friend gets",
    nothing: "nothing",
    fixed: (amount: string, kind: string) => `${amount} (${kind})`,
    rate: (rate: string, base: string, kind: string) =>
      `${rate} of ${base} (${kind})`,
    perk: (name: string, value: string) => `${name} (worth ${value})`,
    bases: { gross_profit: "gross profit", sale: "the price" },
    months: (n: number) => `counted over ${n} months`,
    capGross: (rate: string) => `at most ${rate} of gross profit`,
    capFixed: (amount: string) => `at most ${amount}`,
    each: "each",
    cap: "Cap",
    noCap: "none",
    hold: "Waiting time",
    noHold: "none: it counts at once",
    holdDays: (n: number) => `${n} days, for returns`,
    budget: "Budget",
    noBudget: "no limit",
    who: "Who is credited",
    credit: {
      first: "The first member whose link was met",
      last: "The last member whose link was met",
    },
    window: (n: number) =>
      `within ${n} days before; a typed code beats a link.`,
    newOnly: "Only new customers count as friends.",
    anybody: "Customers you have already may be referred too.",
    margin: "Margin",
    guardrail: "Guardrail",
    guardrailText: (rate: string, base: string) =>
      `both rewards together at most ${rate} of ${base}`,
    guardrailActions: {
      warn: "beyond that, you are warned",
      cap: "beyond that, they are cut",
      refuse: "beyond that, there is none",
    },
    minRoi: (n: string) => `a return of at least ${n}`,
    legal: "Law on gifts",
    legalText: (where: string) => `checked for ${where}`,
    legalActions: {
      warn: "beyond the limit, you are warned",
      cap: "beyond the limit, the reward is cut",
    },
    noLegal: "not checked",
    limits: "Limits for a member",
    limitCount: (n: string, step: string, window: string) =>
      `${n} rewards for a ${step} ${window}`,
    limitCountAll: (n: string, window: string) => `${n} rewards ${window}`,
    limitMoney: (amount: string, window: string) => `${amount} ${window}`,
    limitMoneyOn: (amount: string, step: string, window: string) =>
      `${amount} for a ${step} ${window}`,
    windows: {
      day: "a day",
      month: "a month",
      year: "a year",
      lifetime: "in all",
    },
    examples: "What that comes to",
    examplesHint: (margin: string) => `At a margin of ${margin}:`,
    price: "Price",
    toReferrer: "Referrer",
    toFriend: "Friend",
    warnings: "Worth a look",
  },

  order: ordersEn,
  refusals: refusalsEn,
  rules: rulesEn,
  sites: sitesEn,
  start: startEn,
  desk: deskEn,
  gifts: giftsEn,
  overflow: overflowEn,
  payouts: payoutsEn,
  queue: queueEn,
};

export type Words = typeof en;
