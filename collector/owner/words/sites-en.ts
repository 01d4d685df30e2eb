/** The words of the sites' pages, and of what is wrong with an installation, in English. */
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
  keys: {
    title: "Keys",
    intro:
      "A key that is replaced can hold for a while, until every server has the new one. A change takes a few seconds to be felt; every one is in the log.",
    shown:
      "This is the new key. It is shown this once: put it where it belongs now.",
    overlap: "The present key holds for",
    overlaps: {
      "0": "no longer: it ends at once",
      "24": "24 hours more",
      "168": "7 days more",
    },
    until: "Holds until",
    untilEnded: "Holds until you end it",
    replaced: "Replaced",
    end: "End at once",
    endMeans:
      "Whatever still uses this key is refused from now on. That cannot be undone.",
    endConfirm: "Yes, end it",
    ended: "The key has ended.",
    replace: "Replace",
    api: "API keys",
    apiHint:
      "For servers that call the collector. Give each program its own, so that one can be replaced without the others.",
    label: "Label",
    labelHint: "What uses it, such as “Shop” or “CRM”.",
    unnamed: "without a label",
    add: "Add an API key",
    key: "Key",
    made: "Made",
    used: "Last used",
    usedHint: "within the hour from",
    never: "not yet",
    holds: "Holds",
    always: "until it is replaced",
    noApi: "There is no API key that holds.",
    signing: "Signing key",
    signingHint:
      "Your server signs members and orders with it (ENISHI_SIGNING_KEY). While the former one holds, tokens by either are believed.",
    signingReplace: "Make a new signing key",
    former: "Former signing key",
    public: "Public key",
    publicHint:
      "It stands in the script of every page, for everybody to see. The former one holds until you end it, so that the pages can be changed one by one. The install page says where it is still in use.",
    publicReplace: "Make a new public key",
    publicMade: "This is the new public key: put it into the pages’ script.",
    formerPublic: "Former public key",
  },
  customers: {
    title: "Existing customers",
    intro:
      "Where a programme counts new customers only, say here who is one already, so that nobody is paid for them. Or send customer.existing with each order: then there is nothing to keep in step.",
    state: (ids: string, mails: string) =>
      `Imported: ${ids} ids and ${mails} mail addresses.`,
    last: "The last on",
    none: "Nobody has been imported.",
    file: "File",
    fileHint:
      "CSV, JSON or one a line; 5 MB at most. A first line can name the columns id and email; without it, whatever has an @ is a mail address.",
    paste: "Or paste them here",
    button: "Import",
    kept: "Only keyed hashes are kept, neither ids nor addresses. Importing somebody again changes nothing. An order is judged by its date: whoever is in the list because they have just bought by a referral loses nothing.",
    forget: "Forget one",
    forgetWho: "Id or mail address",
    forgetButton: "Forget this customer",
    forgetHint:
      "For somebody who was imported by mistake, or who asks to be erased: from then on they count as new. Erasing a person takes their import along.",
    forgotten: "This customer is forgotten.",
    working: "Importing customers",
    done: (added: string, known: string) =>
      `${added} added, ${known} known already.`,
    wrong: (n: string) =>
      `${n} lines could not be read, and everything else is kept. Mend these and send them again:`,
    more: (n: string) => `and ${n} more`,
    line: (n: number, text: string) => `line ${n}: ${text}`,
    empty: "Choose a file, or paste something.",
    tooLarge: "5 MB at most: send it in several parts.",
    notJson: "This begins like JSON and cannot be read as such.",
  },
  notice: {
    newness:
      "Only new customers count, but nobody has said who is new: customers from before would be paid for.",
    newnessFix: "Import them, or send customer.existing with each order",
  },
  troubles: {
    title: "What is wrong",
    none: "Nothing that can be seen from here.",
    hint: "Refused calls are those since the collector’s last start.",
    times: (n: string) => `${n === "1" ? "Once" : `${n} times`}, last`,
    origin: (origin: string) =>
      `Pages on ${origin} use this site’s key, and are refused: it is none of the site’s origins.`,
    originFix: (origin: string) => `Allow ${origin}`,
    originElse:
      "If it is not yours, somebody has copied your page: leave it refused.",
    unknownKey: (key: string, origin: string) =>
      `Pages on ${origin} use the key “${key}”, which no site here has. Put this into their script instead:`,
    formerKey: (origin: string) =>
      `Pages on ${origin} still use a former public key. Before you end it, put this into their script:`,
    formerKeyHere: "some page",
    signature:
      "Signed tokens are refused: another key has signed them. On the shop’s server, set ENISHI_SIGNING_KEY to the whole present key, sig_ included. If it is lost, make a new one:",
    clock:
      "Signed tokens are refused because they come from the future: the clock of the server that signs is more than 5 minutes ahead. Let it keep time by NTP.",
    expired:
      "Signed tokens are refused because they have expired. Sign a new one for each page, keep pages with a token out of caches, and let the server’s clock keep time by NTP.",
    form: (because: string) =>
      `Signed tokens are refused. The collector says: ${because} With signMember and signConversion of enishi/server they come out right.`,
    noViews:
      "Pages call, but no widget was ever seen. Put this line where the share screen should be, such as on the thank-you page:",
    onlyClaims:
      "Your server has never confirmed an order: every one of the latest came from browsers alone, and pays nothing until somebody confirms it. Report orders from the shop’s server as below, or confirm them by hand:",
    orders: "To decide",
    keys: "Keys",
  },
};

export type SitesWords = typeof sitesEn;
