/** Personal data: handed out, and erased, in English. */
export const personEn = {
  title: "Personal data",
  exportHint:
    "Everything that is held of this person, as one file to hand to them. That it was read is kept in the log.",
  export: "Download as JSON",
  erase: "Erase this person …",
  eraseTitle: "Erase this person?",
  eraseWho: "Who",
  goes: "What goes, for ever",
  going: [
    "name, mail address, your id for them, and the name that friends see",
    "their link and code: whoever follows it lands in the shop, and it counts for nobody",
    "their sign-in on every device, and the browsers they were seen on, with what these did",
    "what they wrote to you, and your answers",
    "messages to your other systems that were not sent yet",
  ],
  stays: "What is kept",
  staying: [
    "orders with their amounts, under ids that lead to nobody",
    "rewards and the ledger: every total stays what it was",
    "that somebody was erased, when, and by whom",
  ],
  owed: "Not paid yet",
  owedHint:
    "What is still owed cannot be paid to them afterwards: pay it first, or it stays in the books unpaid.",
  nothingOwed: "nothing",
  confirm: (code: string) => `Type the member’s code, ${code}, to erase them`,
  submit: "Erase for ever",
  inPayout:
    "They are in an open payout run, and could not be paid any more: pay the run, or cancel it, first.",
  wrongCode: "That is not the member’s code. Nothing was erased.",
  erased: "The person is erased. The books’ totals are what they were.",
  back: "Back to the member",
};

export type PersonWords = typeof personEn;
