import { customersEn } from "./customers-en.ts";
import { keysEn } from "./keys-en.ts";
import { troublesEn } from "./troubles-en.ts";
/** The sites, and the settings of one, in English. */
export const sitesEn = {
  bar: {
    site: "Site",
    go: "Show",
    all: "All sites",
    test: "Test site: no money counts here, and nothing is paid out.",
    testTag: "Test",
    closed:
      "Closed site: its programmes have ended, and no order or event is recorded for it.",
    closedTag: "Closed",
  },
  tabs: {
    label: "Sites",
    list: "All sites",
    settings: "Settings",
    keys: "Keys",
    customers: "Existing customers",
  },
  list: {
    title: "Sites",
    intro:
      "Each site has its own origins, keys, rules, members and books. Every page shows the one that is chosen.",
    search: "Name or origin",
    find: "Find",
    none: "No site is called so, or is used there.",
    name: "Name",
    origins: "Origins",
    consent: "Consent",
    consents: {
      granted: "stores from the start",
      required: "stores nothing without it",
    },
    act: "Show",
    choose: "Show this site",
    chosen: "Shown now",
    earlier: "Earlier ones",
    further: "Further ones",
    add: "Add a site",
    addButton: "Add the site",
    made: "The site is there, and is shown now. These are its keys: the last two are shown this once. Keep them where the shop’s server finds them.",
    timeZone: "Time zone",
    timeZoneHint: "Such as Asia/Tokyo: in which days and months are counted.",
    currency: "Currency",
    currencyHint:
      "Such as JPY: of its first programme, whose rules you then adapt.",
    nowShown: (name: string) => `“${name}” is shown now.`,
  },
  settings: {
    title: "Settings of the site",
    name: "Name",
    rename: "Save the name",
    renamed: "The name is saved.",
    consentTitle: "Consent",
    consent: "Where a page says nothing of consent",
    consents: {
      granted: "Store from the start",
      required: "Store nothing until there is consent",
    },
    consentMeans: {
      granted:
        "The script keeps the code and a random visitor id on the device at once. For shops whose law, or whose notice, allows that.",
      required:
        "Until the page says enishi('consent', 'granted'), nothing is stored and no visitor id is sent: the code stays in memory and in the address.",
    },
    consentHint:
      "The snippet under Install says it too, as data-consent, and a page’s own word beats this setting: change both. Links at /r/… keep to this setting.",
    consentSave: "Save the setting",
    consentSaved: "The setting is saved.",
    consentChanged: (consent: string) =>
      `The setting is saved. Now change the snippet in your pages too, to data-consent="${consent}": what a page says beats the setting. The new snippet is under Install.`,
    origins: "Where the site may be used",
    trial: "Test site",
    trialIntro:
      "For trying things out: one person may play both sides, nobody is an existing customer, nothing is held back, and no money counts. It gets this site’s origins and rules and keys of its own, and may also be used on any port of localhost.",
    trialMake: "Make a test site",
    trialMade:
      "The test site is there, and is shown now. These are its keys: the last two are shown this once.",
    trialThere: "This site has a test site:",
    settle: "Settle now",
    settleHint:
      "Confirms every reward that waits for nothing but time, and tells the webhooks so.",
    settled: (n: string) => `${n} rewards are confirmed.`,
    settling: "Settling rewards",
    reset: "Reset the test site",
    resetMeans:
      "This takes away every member, friend, order, reward, click, event, payout and delivery of this test site, for good. Its keys, origins, rules, endpoints, gift pools and the log of changes stay; gift codes go back into their pools.",
    resetConfirm: "Yes, take everything away",
    resetUnticked: "Tick the box first: a reset cannot be undone.",
    resetSure: "I know that this cannot be undone.",
    resetDone: "The test site is empty.",
  },
  closing: {
    title: "Close the site",
    intro: "For a site that was made by mistake, or a shop that is no more.",
    close: "Close the site",
    means:
      "Every programme of this site ends, as a new version of its rules. Its API keys are refused, no order or event of its pages is recorded any more, and its links lead to the shop without being counted. Pages that still carry the snippet say that the programme has ended: take it out of them too.",
    stays:
      "Nothing is deleted. Members still see what they have earned; what waits is confirmed in its time, webhooks are told of it, and you can pay it out. The site can be opened again.",
    sure: (name: string) =>
      `I know that no further order or event of “${name}” is recorded.`,
    confirm: "Yes, close the site",
    unticked: "Tick the box first: closing ends every programme of the site.",
    done: "The site is closed.",
    reopen: "Open the site again",
    reopenMeans:
      "Its keys and links hold again. Its programmes stay ended until you publish them as live under Programme.",
    reopened:
      "The site is open again. Its programmes are still ended: publish them as live under Programme.",
  },
  keys: keysEn,
  customers: customersEn,
  notice: {
    newness:
      "Only new customers count, but nobody has said who is new: customers from before would be paid for.",
    newnessFix: "Import them, or send customer.existing with each order",
  },
  troubles: troublesEn,
};

export type SitesWords = typeof sitesEn;
