/** The page to install from, in English. */
export const installEn = {
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
  events: "What has come in from pages",
  types: {
    ...{ click: "click on a link", view: "screen seen", share: "share" },
    ...{ copy: "copy", lead: "lead", sale: "sale", custom: "event of yours" },
  } as Record<string, string>,
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
  closed:
    "This site is closed: nothing that comes in is recorded. It can be opened again in its",
  settings: "settings",
  check: "Nothing has come in from a page. Check that",
  checks: [
    "the snippet is in the page’s source, with this very key;",
    "the page’s origin is one of those listed here;",
    "the page’s Content-Security-Policy allows the collector in script-src, connect-src and img-src;",
    "no blocker is at work: with data-debug on the script, the console says what was sent.",
  ],
  privacy: "Consent and privacy",
  consent: "Without consent",
  consents: {
    granted: "The tracker may store from the start.",
    required:
      "Nothing is stored until the page says enishi('consent', 'granted').",
  },
};

export type InstallWords = typeof installEn;
