/** What waits for the owner, acts on many at once, the log and a person's data, in English. */
export const queueEn = {
  title: "To decide",
  lookFirst: "See why it is held",
  intros: {
    unverified:
      "Only a browser has reported these, and a browser can be made to say anything. Look each one up in your shop; if number and amount agree, verify it, and its rewards follow.",
    held: "Something about these orders looks odd. Nothing of them is paid, however long they wait, until you have looked. A household or an office can look odd too.",
    disputed:
      "Members who say that something is wrong, with what the programme recorded. They read your answer.",
    unmatched:
      "Orders that count for nobody: most of them simply came without a referral. Where somebody did bring one, credit it by hand.",
  },
  tabs: {
    unverified: "Unverified",
    held: "Held",
    disputed: "Disputed",
    unmatched: "Matched nobody",
  },
  tabsLabel: "Kinds of what waits",
  more: (n: string) => `more than ${n}`,
  none: {
    unverified: "Nothing to verify.",
    held: "Nothing is held.",
    disputed: "Nothing is disputed.",
    unmatched: "Every order matched somebody.",
  },
  waits: {
    unverified: "Orders wait to be verified:",
    held: "Orders are held for a check:",
    disputed: "Members dispute something:",
  },

  order: "Order",
  choose: (order: string) => `Choose ${order}`,
  amount: "Amount",
  claimed: "Amount claimed",
  trust: "Who says so",
  trusts: {
    claim: "only a browser",
    trusted: "your shop, or a signed word",
  },
  occurred: "Ordered",
  recorded: "Recorded",
  credit: "Referral",
  rewards: "Rewards waiting",
  because: "Why it counts for nobody",
  warnings: "Warnings",
  verdict: "What looks odd",
  score: (score: string, hold: string) =>
    `${score} of 100 points; from ${hold} on it waits for you`,
  points: (n: string) => `${n} points`,
  signs: {
    same_mailbox:
      "The mail reaches the same mailbox as the referrer’s, or another friend’s of theirs.",
    shared_browser:
      "The browser was also used by the referrer, or by other friends of theirs: one person, or one household.",
    velocity: "The referrer brought unusually many friends in a short time.",
    disposable_mail: "The mail address is of a throw-away kind.",
    coupon_site: "The click came from a coupon site.",
    impossible_timing:
      "The order came before the referral, or within seconds of the click, or the click is dated before the referrer had the code.",
    charged_back:
      "The payment of another order of this friend was charged back.",
    newness_unanswered: "Nobody has said whether this customer is new.",
  } as Record<string, string>,

  confirm: {
    unverified: "The order is real: verify",
    held: "Nothing wrong: let it through",
  },
  void: { unverified: "Not a real order", held: "Take the rewards back" },
  voidHint: {
    unverified:
      "Its rewards become void. The reason is kept, and the member can read that the order was not verified.",
    held: "Its rewards become void. The reason is kept, and the member reads it. The order itself stays as it is.",
  },
  done: {
    confirm: {
      unverified: "The order is verified.",
      held: "The order is let through. Its rewards wait for their time, if it is not over.",
    },
    void: {
      unverified: "The order is refused, and its rewards are void.",
      held: "The rewards of this order are void.",
    },
  },

  by: "Member",
  wrote: "The member wrote",
  about: "About",
  abouts: {
    reward: "a reward",
    friend: "a friend whom they brought",
    missing: "a friend who is missing",
  },
  evidence: "What the programme recorded",
  noEvidence: "No order fits what the member writes.",
  asked: "Order",
  counts: (who: string) => `counts for ${who}`,
  countsForThem: "counts for this member",
  countsForNobody: "counts for nobody",
  clicks: "Clicks on the member’s links around that time",
  noClicks: "none",
  clicked: (n: string) => `${n} in all`,
  touches: "Links that the browser remembered",
  unmatched: "Orders that matched nobody and may be meant",
  remedy: "Credit an order to this member",
  remedyHint:
    "The order counts for this member from now on, and their rewards follow by the rules. Budgets and limits hold. It is kept who did it, and why.",
  remedyWhich: "Order",
  remedyAct: "Credit it",
  answer: "Answer",
  answerHint:
    "The member reads this in their own list. It only says: credit an order, or let a reward through, beside it.",
  decision: "Your answer",
  decisions: { upheld: "The member is right", declined: "It stays as it is" },
  words: "What the member reads",
  answerAct: "Send the answer",
  answered: "The answer is sent.",
  answerNeeded: "Choose an answer, and write what the member will read.",

  guesses: "Who may have brought it",
  noGuesses: "Nothing points to anybody.",
  whys: {
    mistyped_code: (code: string) =>
      `the code typed is one letter away from ${code}`,
    same_browser: (code: string, at: string) =>
      `this browser followed the link of ${code}${at && `, ${at}`}`,
    same_person: (code: string, at: string) =>
      `this customer followed the link of ${code} in another browser${at && `, ${at}`}`,
    near_in_time: (code: string, at: string) =>
      `somebody followed the link of ${code} shortly before${at && `, ${at}`}`,
  },
  somebodyElse: "Somebody else",
  typed: "Code, or your id for the member",
  creditAct: "Credit this order",
  credited: "The order is credited.",
  nobody: "Nobody has that code or id.",
  whoNeeded: "Choose a member, or type a code or an id.",
  cannot: "That cannot be:",

  many: {
    choose: (what: string) => `Choose ${what}`,
    answer: "Answer all with the same words",
    answerSays: "Each of these members reads the same answer.",
    answerDo: (n: string) => `Send the answer to ${n}`,
    credit: "Credit to the best guess",
    creditSays:
      "Each of these orders is credited as if the member’s link had brought it. Those to which nothing points are left out. Limits and budgets hold.",
    creditDo: (n: string) => `Credit ${n}`,
    aside: "Leave aside",
    asideSays:
      "These orders leave this list, and nothing else changes: each can still be credited on its own page.",
    asideDo: (n: string) => `Leave ${n} aside`,
  },
  bulk: {
    bar: "With the chosen",
    hint: "You see what would happen before anything does.",
    acts: {
      unverified: { confirm: "Verify", void: "Refuse" },
      held: { confirm: "Let through", void: "Take rewards back" },
      rewards: { confirm: "Confirm", pay: "Mark as paid", void: "Void" },
    },
    all: "All that match",
    allOf: (act: string, n: string) => `${act}: all ${n}`,
    allMatching: (act: string) => `${act}: all that match`,
    titles: {
      unverified: {
        confirm: "Verify these orders?",
        void: "Refuse these orders?",
      },
      held: {
        confirm: "Let these orders through?",
        void: "Take back the rewards of these orders?",
      },
      rewards: {
        confirm: "Confirm these rewards?",
        pay: "Mark these rewards as paid?",
        void: "Void these rewards?",
      },
    },
    says: {
      unverified: {
        confirm:
          "The orders count as real from now on, and their rewards follow by the rules: some may turn out smaller where a budget or limit is reached.",
        void: "The orders count as not real. Their rewards become void and are not given again, unless your server names the order after all.",
      },
      held: {
        confirm:
          "The rewards wait for their time like any other’s, and are confirmed where it is over.",
        void: "The rewards become void. This cannot be undone.",
      },
      rewards: {
        confirm: "The rewards are confirmed, and can be paid from now on.",
        pay: "The rewards count as paid. This cannot be undone: what is paid is only ever made up for. It moves no money: pay first, or make a payout run.",
        void: "The rewards become void. This cannot be undone.",
      },
    },
    count: "How many",
    orders: (n: string) => `${n} orders`,
    rewardsCount: (n: string) => `${n} rewards`,
    sum: "Sum",
    noSum: "no reward waits on them",
    forWhom: "For",
    people: (n: string) => `${n} people`,
    andMore: (n: string) => `and ${n} more`,
    friend: "a friend who has not joined",
    early: (n: string) => `${n} of them before their waiting time is over.`,
    leftOut: (n: string) =>
      `${n} of the chosen cannot be acted on in this way, and are left out: they have changed, or something else has to come first.`,
    nothing: "Nothing of what was chosen can be acted on in this way.",
    choose: "Nothing was chosen. Tick what you mean first.",
    reason: "Reason",
    reasonHint: {
      unverified: "It is kept with each of them.",
      held: "It is kept with each of them, and the members read it.",
      rewards: "It is kept with each of them, and the members read it.",
    },
    go: (act: string, n: string) => `${act} (${n})`,
    back: "Back, without changing anything",
    working: (act: string) => `${act} is under way`,
    done: (n: string) => `Done: ${n}.`,
    failed: (n: string) =>
      `${n} could not be done. They are as they were, and still in the list:`,
    failedMore: (n: string) => `and ${n} more`,
  },

  audit: {
    title: "Log",
    intro:
      "Every change: by whom, when and why, with every line of the ledger of rewards.",
    none: "Nothing here.",
    when: "When",
    who: "By",
    what: "What",
    subject: "Of what",
    why: "Why",
    actor: "By",
    action: "What",
    subjectField: "Id",
    subjectHint: "Of an order, reward, member, dispute …",
    all: "All",
    show: "Show",
    only: "only this",
    actors: {
      owner: "the owner",
      api: "your server (API)",
      collector: "the collector, by the rules",
      member: "a member",
    } as Record<string, string>,
    actions: {
      accrue_reward: "Reward promised",
      adjust_reward: "Reward changed",
      confirm_reward: "Reward confirmed",
      pay_reward: "Reward paid",
      void_reward: "Reward voided",
      compensate_reward: "Paid reward made up for",
      verify_conversion: "Order verified",
      refuse_conversion: "Order refused",
      credit_conversion: "Order credited by hand",
      set_aside_conversion: "Order left aside",
      change_conversion: "Order changed",
      refund_conversion: "Order refunded",
      release_hold: "Held order let through",
      open_dispute: "Dispute opened",
      dispute_upheld: "Dispute answered: right",
      dispute_declined: "Dispute answered: stays",
      change_member: "Member changed",
      suspend_member: "Member suspended",
      lift_suspension: "Suspension lifted",
      export_person: "A person’s data read",
      erase_person: "Person erased",
      put_program: "Rules published",
      change_origins: "Origins changed",
      create_api_key: "API key made",
      replace_api_key: "API key replaced",
      end_api_key: "API key ended",
      replace_signing_key: "Signing key replaced",
      replace_public_key: "Public key replaced",
      end_former_key: "Former key ended",
      rename_site: "Site renamed",
      change_consent: "Consent setting changed",
      create_site: "Site made",
      create_test_site: "Test site made",
      reset_test_site: "Test site emptied",
      import_customers: "Existing customers imported",
      create_endpoint: "Webhook added",
      delete_endpoint: "Webhook deleted",
      disable_endpoint: "Webhook switched off",
      enable_endpoint: "Webhook switched on",
      resend_delivery: "Webhook sent again",
      create_gift_pool: "Gift pool made",
      add_gift_codes: "Gift codes added",
      edit_gift_pool: "Gift pool changed",
      move_gift_expiry: "Expiry of gift codes moved",
      withdraw_gift_codes: "Gift codes withdrawn",
      retire_gift_pool: "Gift pool retired",
      create_payout: "Payout run made",
      pay_payout: "Payout run paid",
      cancel_payout: "Payout run cancelled",
    } as Record<string, string>,
    subjects: {
      mem: "Member",
      cnv: "Order",
      rwd: "Reward",
      ref: "Referral",
      dsp: "Dispute",
      frd: "Person",
    } as Record<string, string>,
  },

  person: {
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
  },
};

export type QueueWords = typeof queueEn;
