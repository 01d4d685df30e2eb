import type { Channel, Device } from "./channels.ts";

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

/** Where a channel's button leads and the words that go along, or `null` where it leads nowhere. The text is cut to the channel's limit and says so, the disclosure never. */
export function sending(
  name: string,
  message: ShareMessage,
  device: Device,
  channels: Record<string, Channel>,
): { url: string; words: string } | null {
  const channel = channels[name];
  const template = channel?.[device] ?? channel?.url;
  if (!template) return null;
  const link = linkFor(message.link, name);
  const symbols = [...message.text];
  let fits = 0;
  let tooLong = symbols.length + 1;
  for (let length = symbols.length; ; length = (fits + tooLong) >> 1) {
    const text =
      words({ ...message, text: symbols.slice(0, length).join("") }) +
      (symbols[length] ? "…" : "");
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
    if (size <= (channel?.max ?? 0)) fits = length;
    else tooLong = length;
    // The longest that fits is found, or nothing but the disclosure is left.
    if (length === fits && tooLong - fits < 2) return { url, words: text };
  }
}

/** The member's link, naming the channel it is sent by. LINE, asked so, opens it in the friend's own browser instead of its own, where nobody is signed in. */
export function linkFor(link: string, channel: string): string {
  const way = channel === "line" ? "&openExternalBrowser=1" : "";
  return `${link}${link.includes("?") ? "&" : "?"}channel=${encode(channel)}${way}`;
}

/** Disclosure and text; the disclosure is a line of its own and comes first. */
export function words({ disclosure, text }: ShareMessage): string {
  return `${disclosure}\n${text}`.trim();
}

/** A lone surrogate, half of an emoji that was cut in two, would make encodeURIComponent throw. */
function encode(value: unknown): string {
  return encodeURIComponent(`${value}`.toWellFormed());
}
