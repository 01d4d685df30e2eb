import type { FriendMessages } from "./ja-friend.ts";

/** What friends see, in English. */
const enFriend: FriendMessages = {
  welcomeFrom: "{from} invited you",
  welcomeFriend: "Your friend invited you",
  welcomeName: "{from}",
  welcomeGift: "You get {reward}.",
  welcomeNone: "Welcome. Have a look around.",
  welcomeCode: "It is applied by itself. Your code, should you need it later:",
  welcomeTerms: "Terms of this offer",
  own: "This is your own link",
  ownHint: "You cannot use it yourself, but it is a gift for your friends.",
  codeField: "Referral code (if you have one)",
  codeChecking: "Checking…",
  codeValid: "This code works. {reward}",
  codeFrom: "A code from {from}. {reward}",
  codeShape: "Please enter a code of 4 to 20 letters and digits.",
  codeUnknown:
    "We do not know this code. Is a letter mistyped, or have two changed places?",
  codeLength:
    "We do not know this code. Most have 8 letters and digits; this one has {count}. Please check.",
  codeSigns:
    "We do not know this code. Most have no {signs}: please check for a letter or digit that looks alike.",
  codeUnchecked: "We could not check it just now. You can order all the same.",
};

export default enFriend;
