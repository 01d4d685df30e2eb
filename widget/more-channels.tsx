import type { ComponentChild } from "preact";
import { type Channels, firstChannels } from "./channels.ts";
import { postPicture } from "./post-picture.ts";
import type { Scene } from "./scene.ts";

/** Points of code, of which there are never fewer than of the symbols that a network counts. */
const symbols = (text: string) => [...text].length;

/** A letter or two on a network's colour. */
const letters = (text: string, background: string) => () => (
  <svg
    viewBox="0 0 24 24"
    aria-hidden="true"
    style={`background:${background}`}
  >
    <text
      x="12"
      y="17"
      fill="#fff"
      stroke="none"
      font-size="14"
      font-weight="700"
      text-anchor="middle"
    >
      {text}
    </text>
  </svg>
);

/** A drawing in one stroke. */
const stroke =
  (path: string, style = "") =>
  (): ComponentChild => (
    <svg viewBox="0 0 24 24" aria-hidden="true" style={style}>
      <path d={path} />
    </svg>
  );

/** Every channel: those of the first screen, and those that come with the drawer. */
export const allChannels: Channels = {
  ...firstChannels,
  whatsapp: {
    label: "WhatsApp",
    url: "https://wa.me/?text={message}",
    sign: stroke(
      "M5 19l1-4a7 7 0 113 3zM9 9q0 5 5 5",
      "background:#12804a;color:#fff",
    ),
  },
  threads: {
    label: "Threads",
    url: "https://www.threads.com/intent/post?text={text}&url={link}",
    max: 500,
    size: (words, link) => symbols(`${words}\n${link}`),
    sign: letters("@", "#000"),
  },
  bluesky: {
    label: "Bluesky",
    url: "https://bsky.app/intent/compose?text={message}",
    max: 300,
    size: (words, link) => symbols(`${words}\n${link}`),
    sign: stroke(
      "M12 11C10 7 7 5 5 5c-2 1-1 7 1 8h2c-4 1-3 5 1 6 2 0 3-3 3-5 0 2 1 5 3 5 4-1 5-5 1-6h2c2-1 3-7 1-8-2 0-5 2-7 6z",
      "color:#0a7aff;fill:#0a7aff",
    ),
  },
  // Mastodon's own page asks for the instance, and keeps the answer in the browser.
  mastodon: {
    label: "Mastodon",
    url: "https://share.joinmastodon.org/?text={message}",
    max: 500,
    // Every URL counts as 23.
    size: (words) => symbols(words) + 24,
    sign: letters("m", "#563acc"),
  },
  telegram: {
    label: "Telegram",
    url: "https://t.me/share/url?url={link}&text={text}",
    sign: stroke(
      "M4 12l16-7-3 14-5-4-2 3v-5l7-6-9 5z",
      "background:#1c8dc9;color:#fff",
    ),
  },
  sms: {
    url: "sms:?body={message}",
    Mac: "sms:&body={message}",
    desktop: "",
    sign: stroke("M4 5h16v11H10l-5 4v-4H4zM8 10h1M12 10h1M16 10h1"),
  },
  // No address takes a post: what is to be posted is copied, and the QR code saved as a picture.
  instagram: {
    label: "Instagram",
    act: (sheet, scene) => (button) => postPicture(sheet, scene, button),
    sign: stroke(
      "M8 4h8a4 4 0 014 4v8a4 4 0 01-4 4H8a4 4 0 01-4-4V8a4 4 0 014-4zM15 12a3 3 0 11-6 0 3 3 0 016 0zM16 8h.5",
    ),
  },
  hatena: {
    url: "https://b.hatena.ne.jp/entry/panel/?url={link}&btitle={text}",
    sign: letters("B!", "#00689c"),
  },
  note: {
    label: "note",
    url: "https://note.com/intent/post?url={link}&text={text}",
    sign: letters("n", "#222"),
  },
  // Takes no text; the link's preview page carries the words.
  linkedin: {
    label: "LinkedIn",
    url: "https://www.linkedin.com/sharing/share-offsite/?url={link}",
    sign: letters("in", "#0a66c2"),
  },
  reddit: {
    label: "Reddit",
    url: "https://www.reddit.com/submit?url={link}&title={text}",
    max: 300,
    size: symbols,
    sign: letters("r/", "#c73500"),
  },
  pinterest: {
    label: "Pinterest",
    url: "https://pinterest.com/pin/create/button/?url={link}&description={text}",
    max: 500,
    size: symbols,
    sign: letters("P", "#bd081c"),
  },
  // Its page works in the browsers of desktops alone.
  teams: {
    label: "Teams",
    desktop: "https://teams.microsoft.com/share?href={link}&msgText={text}",
    sign: letters("T", "#5059c9"),
  },
};

/** The table for a list: every channel, and those that the list itself brings, as `Name=https://...{link}`. */
export function channelsOf({
  channels: list,
  program,
}: Pick<Scene, "channels" | "program">): Channels {
  const { pinterest, ...channels } = allChannels;
  // Without a picture there is nothing to pin.
  if (pinterest && program?.logoUrl) {
    const media = `&media=${encodeURIComponent(program.logoUrl)}`;
    channels.pinterest = { ...pinterest, url: pinterest.url + media };
  }
  for (const entry of list) {
    const [, name, url] =
      entry.match(/^([^=]{1,40})=(https:\/\/.*\{link\}.*)$/) ?? [];
    if (name && url) {
      channels[name] = { url, sign: letters(name[0] ?? "", "#555") };
    }
  }
  return channels;
}
