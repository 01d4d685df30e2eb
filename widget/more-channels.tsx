import type { ComponentChild } from "preact";
import {
  moreChannels,
  withOwnChannels,
} from "../sdk/protocol/more-channels.ts";
import { type Channels, firstChannels } from "./channels.ts";
import { postPicture } from "./post-picture.ts";
import type { Scene } from "./scene.ts";

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

const signs: Record<keyof typeof moreChannels, () => ComponentChild> = {
  whatsapp: stroke(
    "M5 19l1-4a7 7 0 113 3zM9 9q0 5 5 5",
    "background:#12804a;color:#fff",
  ),
  threads: letters("@", "#000;outline:1px solid #777"),
  bluesky: stroke(
    "M12 11C10 7 7 5 5 5c-2 1-1 7 1 8h2c-4 1-3 5 1 6 2 0 3-3 3-5 0 2 1 5 3 5 4-1 5-5 1-6h2c2-1 3-7 1-8-2 0-5 2-7 6z",
    "color:#0a7aff;fill:#0a7aff",
  ),
  mastodon: letters("m", "#563acc"),
  telegram: stroke(
    "M4 12l16-7-3 14-5-4-2 3v-5l7-6-9 5z",
    "background:#1c8dc9;color:#fff",
  ),
  sms: stroke("M4 5h16v11H10l-5 4v-4H4zM8 10h1M12 10h1M16 10h1"),
  hatena: letters("B!", "#00689c"),
  note: letters("n", "#222;outline:1px solid #777"),
  linkedin: letters("in", "#0a66c2"),
  reddit: letters("r/", "#c73500"),
  pinterest: letters("P", "#bd081c"),
  teams: letters("T", "#5059c9"),
};

/** Every channel: those of the first screen, and those that come with the drawer. */
export const allChannels: Channels = {
  ...firstChannels,
  ...Object.fromEntries(
    Object.entries(moreChannels).map(([name, channel]) => [
      name,
      { ...channel, sign: signs[name as keyof typeof signs] },
    ]),
  ),
  // No address takes a post: what is to be posted is copied, and the QR code saved as a picture.
  instagram: {
    label: "Instagram",
    act: (sheet, scene) => (button) => postPicture(sheet, scene, button),
    sign: stroke(
      "M8 4h8a4 4 0 014 4v8a4 4 0 01-4 4H8a4 4 0 01-4-4V8a4 4 0 014-4zM15 12a3 3 0 11-6 0 3 3 0 016 0zM16 8h.5",
    ),
  },
};

/** The table for a list: every channel, and those that the list itself brings, which show their first letter. */
export function channelsOf({
  channels: list,
  program,
}: Pick<Scene, "channels" | "program">): Channels {
  const table: Channels = withOwnChannels(allChannels, list, program?.logoUrl);
  for (const [name, channel] of Object.entries(table)) {
    if (name in firstChannels) continue;
    channel.sign ??= letters(name[0] ?? "", "#555");
  }
  return table;
}
