import {
  maxWeightedLength,
  weightedLength,
  weightedUrlLength,
} from "./weighted-length.ts";

/** Which form of a link a browser can follow. `Mac` is what Apple's phones and tablets say that they are, or are like. */
export type Device = "Android" | "Mac" | "desktop";

/**
 * One way to send a message by an address: where that leads, and, by device,
 * where that is another place; empty or nothing where it cannot work. Filled
 * in, each percent-encoded: `{link}`, `{text}` (disclosure and words),
 * `{message}` (text and link), `{body}` (those of a mail), `{subject}`.
 */
export interface Channel extends Partial<Record<Device, string>> {
  url?: string;
  /** The most that it takes, and how it counts the words, its link or the whole URL; never less than the network itself does. */
  max?: number;
  size?(words: string, link: string, url: string): number;
  /** What it calls itself, where no language calls it otherwise. */
  label?: string;
}

/** More buttons than these would be a choice to think about: the others wait behind "more". */
export const mostButtons = 4;

/** The channels that are offered first; the rest of the table is in `more-channels.ts`. Sources are the vendors' own documents. */
export const commonChannels = {
  // A phone's form takes the text; LINE for PC does not know it, and the desktop's form loses the text on iPhones.
  line: {
    url: "https://line.me/R/share?text={message}",
    desktop:
      "https://social-plugins.line.me/lineit/share?url={link}&text={text}",
  },
  x: {
    url: "https://x.com/intent/tweet?text={text}&url={link}",
    max: maxWeightedLength,
    // The link, and the space before it.
    size: (words: string) => weightedLength(words) + weightedUrlLength + 1,
  },
  // Takes no text; the link's preview page carries the words.
  facebook: {
    label: "Facebook",
    url: "https://www.facebook.com/sharer/sharer.php?u={link}",
  },
  mail: {
    url: "mailto:?subject={subject}&body={body}",
    // The longest URI that every client takes.
    max: 1_900,
    size: (_words: string, _link: string, url: string) => url.length,
  },
} satisfies Record<string, Channel>;
