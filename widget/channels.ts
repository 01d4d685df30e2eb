import type { ComponentChild } from "preact";
import type { Scene } from "./scene.ts";
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

/** Which form of a link this browser can follow. `Mac` is what Apple's phones and tablets say that they are, or are like. */
export type Device = "Android" | "Mac" | "desktop";

/**
 * One way to send a message: where its button leads, and, by device, where
 * that is another place; nothing where it cannot work. Filled in, each
 * percent-encoded: `{link}`, `{text}` (disclosure and words), `{message}` (text
 * and link), `{body}` (those of a mail), `{subject}`.
 */
export interface Channel extends Partial<Record<Device, string>> {
  url?: string;
  /** The most that it takes, and how it counts the words, its link or the whole URL; never less than the network itself does. */
  max?: number;
  size?(words: string, link: string, url: string): number;
  /** What a button without a URL does, or nothing where it cannot work. */
  act?(sheet: Sheet, scene: Scene): Act | false | undefined;
  /** What it calls itself, where no language calls it otherwise. */
  label?: string;
  /** Its sign, where that does not come with the first screen. */
  sign?(): ComponentChild;
}

/** What the system's share sheet is given. */
export interface Sheet {
  text: string;
  url: string;
}

type Act = (button: Element) => unknown;

export type Channels = Record<string, Channel>;

/** The channels of the first screen; the rest of the table is in `more-channels.ts`. Sources are the vendors' own documents. */
export const firstChannels: Channels = {
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
    size: (words) => weightedLength(words) + weightedUrlLength + 1,
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
    size: (_words, _link, url) => url.length,
  },
  native: {
    act: (sheet) =>
      navigator.canShare?.(sheet) &&
      // Straight from the click, as the sheet requires. To close it again is no error.
      (() => navigator.share(sheet).catch(() => {})),
  },
  // In a list, stands for every channel that is not in it.
  more: {},
};

/** More of them would be a choice to think about: they wait behind "more". */
export const mostButtons = 4;

/** Where a channel's button leads and the words that go along, or `null` where it leads nowhere. The text is cut to the channel's limit and says so, the disclosure never. */
export function sending(
  name: string,
  message: ShareMessage,
  device: Device,
  channels = firstChannels,
): { url: string; words: string } | null {
  const channel = channels[name];
  const template = channel?.[device] ?? channel?.url;
  if (!template) return null;
  const link = linkFor(message.link, name);
  const symbols = [...message.text];
  for (let text = words(message); ; ) {
    const values: Record<string, unknown> = {
      ...message,
      link,
      text,
      message: `${text}\n${link}`,
      // RFC 6068 wants both.
      body: `${text}\n\n${link}`.replace(/\n/g, "\r\n"),
    };
    const url = template.replace(/\{(\w+)\}/g, (_, key) => encode(values[key]));
    const size = channel?.size?.(text, link, url) ?? 0;
    if (size <= (channel?.max ?? 0) || !symbols.pop()) {
      return { url, words: text };
    }
    text = `${words({ ...message, text: symbols.join("") })}…`;
  }
}

/** The member's link, naming the channel it is sent by. */
export function linkFor(link: string, channel: string): string {
  return `${link}${link.includes("?") ? "&" : "?"}channel=${encode(channel)}`;
}

/** Disclosure and text; the disclosure is a line of its own and comes first. */
export function words({ disclosure, text }: ShareMessage): string {
  return `${disclosure}\n${text}`.trim();
}

/** A lone surrogate, half of an emoji that was cut in two, would make encodeURIComponent throw. */
function encode(value: unknown): string {
  return encodeURIComponent(`${value}`.toWellFormed());
}
