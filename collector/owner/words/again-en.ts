/** What was typed and came too late, in English. */
export const againEn = {
  ended:
    "Your session ended. Nothing was done; sign in, and you find what you typed.",
  endedOnly: "Your session ended. Nothing was done: please sign in.",
  title: "Send it again?",
  intro:
    "Your session had ended when you sent this, so nothing was done. It is done only when you send it from here.",
  send: "Send it now",
  back: "Back to the page, without sending it",
  /** What is shown of a form, by the names of its fields. */
  fields: {
    member: "Member",
    typed: "Member",
    reason: "Reason",
    message: "Message",
    amount: "Amount",
    name: "Name",
    url: "Address",
  },
};

export type AgainWords = typeof againEn;
