/** The keys of a site, in English. */
export const keysEn = {
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
};

export type KeyWords = typeof keysEn;
