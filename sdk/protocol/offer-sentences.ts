import type { Offer, OfferTerm, PublicProgram } from "./offers.ts";
import type { Say } from "./say.ts";
import type { ShareMessage } from "./share-message.ts";
import type { OfferWords } from "./words/offer-ja.ts";

/** A sayer that knows at least the words about offers. */
export type SayOffer = Say<keyof OfferWords>;

/** What one side is promised: "a ¥300 gift", "1.2% of the price in points (up to ¥20,000)"; nothing for `null`. */
export function promise(say: SayOffer, term: OfferTerm | null): string {
  if (!term) return "";
  const { kind, currency, fixedMinor, ofPriceBps, maxMinor, name } = term;
  const money = (amountMinor: number | null) =>
    say.money(amountMinor ?? 0, currency);
  if (kind === "perk") return name ?? say(kind);
  if (fixedMinor !== null) return say(kind, { amount: money(fixedMinor) });
  const rate = ((ofPriceBps ?? 0) / 100).toLocaleString(say.language);
  const amount = say("ofPrice", { rate });
  return (
    (say(`${kind}Rate` as keyof OfferWords, { amount }) ||
      say(kind, { amount })) +
    (maxMinor === null ? "" : say("upTo", { amount: money(maxMinor) }))
  );
}

/** The occasion that a step pays on: "On a purchase". */
export function occasion(say: SayOffer, on: string): string {
  return say.own(on) || say(on === "lead" || on === "sale" ? on : "stage");
}

/** One sentence on what both sides get, the friend's benefit first. */
export function headline(say: SayOffer, offer: Offer): string {
  const friend = promise(say, offer.friend);
  const referrer = promise(say, offer.referrer);
  const key = friend
    ? referrer
      ? friend === referrer
        ? "same"
        : "both"
      : "forFriend"
    : referrer
      ? "forReferrer"
      : "noOffer";
  return say(key, { friend, referrer });
}

/** A step, and what it brings a friend: "On a purchase, you get a ¥300 gift." */
export function friendGift(
  say: SayOffer,
  { on, friend }: Offer["steps"][number],
): string {
  return say("messageGift", {
    on: occasion(say, on),
    friend: promise(say, friend),
  });
}

/** What a member is offered to send: the owner's own words, else what is in it for the friend, and then the shop. */
export function offeredMessage(
  say: SayOffer,
  program: PublicProgram | null,
  { text, disclosure }: { text: string | null; disclosure: string | null },
): Omit<ShareMessage, "link"> {
  const brand = program?.brand ?? "";
  const step = program?.offer.steps.find(({ friend }) => friend);
  return {
    disclosure: disclosure?.trim() || say("disclosure"),
    text:
      text ??
      (step ? friendGift(say, step) : "") +
        say(brand ? "messageBrand" : "message", { brand }),
    subject: say.own("subject") || brand || say("title"),
  };
}
