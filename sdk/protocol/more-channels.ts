import type { Channel } from "./channels.ts";

/** Points of code, of which there are never fewer than of the symbols that a network counts. */
const symbols = (text: string) => [...text].length;

/** The channels that are asked for less often, by address too. */
export const moreChannels = {
  whatsapp: { label: "WhatsApp", url: "https://wa.me/?text={message}" },
  threads: {
    label: "Threads",
    url: "https://www.threads.com/intent/post?text={text}&url={link}",
    max: 500,
    size: (words: string, link: string) => symbols(`${words}\n${link}`),
  },
  bluesky: {
    label: "Bluesky",
    url: "https://bsky.app/intent/compose?text={message}",
    max: 300,
    size: (words: string, link: string) => symbols(`${words}\n${link}`),
  },
  // Mastodon's own page asks for the instance, and keeps the answer in the browser.
  mastodon: {
    label: "Mastodon",
    url: "https://share.joinmastodon.org/?text={message}",
    max: 500,
    // Every URL counts as 23.
    size: (words: string) => symbols(words) + 24,
  },
  telegram: {
    label: "Telegram",
    url: "https://t.me/share/url?url={link}&text={text}",
  },
  sms: {
    url: "sms:?body={message}",
    Mac: "sms:&body={message}",
    desktop: "",
  },
  hatena: {
    url: "https://b.hatena.ne.jp/entry/panel/?url={link}&btitle={text}",
  },
  note: {
    label: "note",
    url: "https://note.com/intent/post?url={link}&text={text}",
  },
  // Takes no text; the link's preview page carries the words.
  linkedin: {
    label: "LinkedIn",
    url: "https://www.linkedin.com/sharing/share-offsite/?url={link}",
  },
  reddit: {
    label: "Reddit",
    url: "https://www.reddit.com/submit?url={link}&title={text}",
    max: 300,
    size: symbols,
  },
  pinterest: {
    label: "Pinterest",
    url: "https://pinterest.com/pin/create/button/?url={link}&description={text}",
    max: 500,
    size: symbols,
  },
  // Its page works in the browsers of desktops alone.
  teams: {
    label: "Teams",
    desktop: "https://teams.microsoft.com/share?href={link}&msgText={text}",
  },
} satisfies Record<string, Channel>;

/** A table with the channels that a list itself brings, as `Name=https://...{link}`, and with the picture to pin; without one there is nothing to pin. */
export function withOwnChannels<Kind extends Channel>(
  table: Record<string, Kind | Channel>,
  list: string[],
  picture: string | null | undefined,
): Record<string, Kind | Channel> {
  const { pinterest, ...channels } = table;
  if (pinterest && picture) {
    const media = `&media=${encodeURIComponent(picture)}`;
    channels.pinterest = { ...pinterest, url: pinterest.url + media };
  }
  for (const entry of list) {
    const [, name, url] =
      entry.match(/^([^=]{1,40})=(https:\/\/.*\{link\}.*)$/) ?? [];
    if (name && url) channels[name] = { url };
  }
  return channels;
}
