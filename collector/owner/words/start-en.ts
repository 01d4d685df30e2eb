/** Beginning with a shop, a programme or a member, in English. */
export const startEn = {
  program: "Programme",
  allPrograms: "All programmes",
  totals: "In all",
  keys: {
    public: "Public key: data-site of the script, in every page",
    secret: "API key, for the shop's server only: ENISHI_SECRET_KEY",
    signing: "Signing key, for the shop's server only: ENISHI_SIGNING_KEY",
  },
  pinned: {
    title: "A script that never changes (Subresource Integrity)",
    hint: "Instead of the first line. The browser runs this version and no other; without its hash it runs nothing, and the page works on. After an update of the collector this version goes on working; come back here for the next one.",
    parts:
      "What the script loads later can be checked too: put this before every other script. Browsers that do not know it yet load without checking; where the page has an import map of its own, add these lines to that one.",
  },
  tagManager: {
    title: "By Google Tag Manager or another tag manager",
    hint: "Instead of the first line, as a Custom HTML tag on all pages. Tag managers keep only the src of a pasted script; this sets data-site and data-consent by itself.",
  },
  disclosure: {
    title: "What pages send, for your privacy notice",
    unnamed: (name: string) =>
      `No brand is set, so that it names “${name}” as the one who receives it.`,
    name: "Set the brand",
  },
  orders: "Report orders",
  withServer: "The shop has a server of its own",
  withoutServer: "The shop has none, or only its pages can be changed",
  onThanks: "On the thank-you page, with the real order:",
  onThanksHint:
    "Such an order is a browser’s word: it waits under To decide until you verify it, and pays nothing before.",
  toDecide: "To decide",
  elements: "What goes where",
  share: "Thank-you and account page: link, code, share buttons",
  welcome: "Top of every page: greets who was referred; no space for others",
  code: "Checkout form: a field for a friend’s code",
  joining: "How partners and employees join",
  joiningHint:
    "Each joins the programme by a page for them alone, such as a partner area: put its element there, and say from the shop’s server who is signed in.",
  joiningOne: (program: string) => `Programme “${program}”`,
  joiningOr: "Or add them yourself, and send them their link:",
  token:
    "SIGNED_TOKEN is what signMember of enishi/server gives, with kind “partner” or “employee”.",
  addMember: "Add a member",
  addHint:
    "They get a link and a code at once, without joining by themselves. Somebody who is there already stays as they are.",
  externalId: "Your id for them",
  email: "Mail address",
  name: "Name",
  kind: "Kind",
  optional: "not required",
  add: "Add",
  added: "The member is there. This is their link, and their code:",
  there: "There is a member by this id already: here they are, unchanged.",
  wrongId: "Expected your id for the member: 1 to 200 characters.",
  wrongEmail: "Expected a mail address, such as hanako@example.com.",
};

export type StartWords = typeof startEn;
