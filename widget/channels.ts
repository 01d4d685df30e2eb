import {
  maxWeightedLength,
  weightedLength,
  weightedUrlLength,
} from "./weighted-length.ts";

/** What a member sends: the fixed disclosure first, then the words that may be changed, then the link. */
export interface ShareMessage {
  /** Says that this is advertising and rewarded (Japan's rule of 2023-10-01); no channel with a text goes without it. */
  disclosure: string;
  text: string;
  /** Subject of a mail. */
  subject: string;
  /** The member's `/r/` link, without a channel. */
  link: string;
}

/** Which form of a link this browser can follow. */
export type Device = "phone" | "desktop";

/** Longest mail URI that every client takes. */
const maxMailtoLength = 1_900;

type ShareUrl = (message: ShareMessage, link: string, device: Device) => string;

/** One table: channel -> where its button leads. Sources are the vendors' own documents. */
const channels: Record<string, ShareUrl | null> = {
  __proto__: null,
  // A phone's form takes the text; LINE for PC does not know it, and the desktop's form loses the text on iPhones.
  line: (message, link, device) =>
    device === "phone"
      ? `https://line.me/R/share?text=${encode(`${words(message)}\n${link}`)}`
      : `https://social-plugins.line.me/lineit/share?url=${encode(link)}&text=${encode(words(message))}`,
  x: (message, link) =>
    `https://x.com/intent/tweet?text=${encode(
      longestWords(
        message,
        // The link, and the space before it.
        (text) => weightedLength(text) + weightedUrlLength < maxWeightedLength,
      ),
    )}&url=${encode(link)}`,
  // Facebook takes no text; the link's preview page carries the words.
  facebook: (_, link) =>
    `https://www.facebook.com/sharer/sharer.php?u=${encode(link)}`,
  mail: (message, link) => {
    const uri = (text: string) =>
      `mailto:?subject=${encode(message.subject)}&body=${encode(`${text}\n\n${link}`).replace(/%0A/g, "%0D%0A")}`;
    return uri(
      longestWords(message, (text) => uri(text).length <= maxMailtoLength),
    );
  },
};

/** Where a channel's button leads, or `null` for a channel that has no URL. */
export function shareUrl(
  channel: string,
  message: ShareMessage,
  device: Device,
): string | null {
  const link = linkFor(message.link, channel);
  return channels[channel]?.(message, link, device) ?? null;
}

/** The member's link, naming the channel it is sent by. */
export function linkFor(link: string, channel: string): string {
  return `${link}${link.includes("?") ? "&" : "?"}channel=${channel}`;
}

/** Disclosure and text; the disclosure is a line of its own and comes first. */
export function words({ disclosure, text }: ShareMessage): string {
  return `${disclosure}\n${text}`.trim();
}

/** The words, as many as fit: the text is cut and says so, the disclosure never. */
function longestWords(
  message: ShareMessage,
  fits: (words: string) => boolean,
): string {
  const symbols = [...message.text];
  let longest = words(message);
  while (symbols.length && !fits(longest)) {
    symbols.pop();
    longest = `${words({ ...message, text: symbols.join("") })}…`;
  }
  return longest;
}

/** A lone surrogate, half of an emoji that was cut in two, would make encodeURIComponent throw. */
function encode(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd"));
}
