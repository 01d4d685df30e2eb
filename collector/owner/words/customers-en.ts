/** The import of existing customers, in English. */
export const customersEn = {
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
};

export type CustomerWords = typeof customersEn;
