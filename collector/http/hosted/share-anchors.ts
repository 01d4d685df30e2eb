import {
  type Channel,
  commonChannels,
  type Device,
  mostButtons,
} from "../../../sdk/protocol/channels.ts";
import {
  moreChannels,
  withOwnChannels,
} from "../../../sdk/protocol/more-channels.ts";
import {
  type ShareMessage,
  sending,
} from "../../../sdk/protocol/share-message.ts";
import type { SayShared } from "./hosted-words.ts";

export interface ShareAnchor {
  channel: string;
  /** As the reader's language calls it, else as it calls itself. */
  name: string;
  href: string;
  /** Leads to a site, which opens beside this page; a mail or message does not. */
  isSite: boolean;
}

/** Where a page without a script leads to share, in the owner's order or the language's; only what works on this kind of device. */
export function shareAnchors(
  say: SayShared,
  message: ShareMessage,
  { device, picture }: { device: Device; picture: string | null },
): { first: ShareAnchor[]; more: ShareAnchor[] } {
  // The gaps in an owner's entries are filled in later.
  const list = (say.own("channels") || say("channels")).match(/[^\s,]+/g) ?? [];
  const listed = list.map((entry) => entry.replace(/=.*/, ""));
  const channels = withOwnChannels<Channel>(
    { ...commonChannels, ...moreChannels },
    list,
    picture,
  );
  const wanted = new Set(listed);
  if (wanted.has("more")) {
    for (const name of say("moreChannels").split(",")) wanted.add(name);
    for (const name of Object.keys(channels)) wanted.add(name);
  }
  const anchors = [...wanted].flatMap((name) => {
    const href = sending(name, message, device, channels)?.url;
    const own = say(name as Parameters<SayShared>[0]);
    return href
      ? {
          channel: name,
          name: own || channels[name]?.label || name,
          href,
          isSite: href.startsWith("https"),
        }
      : [];
  });
  const isFirst = ({ channel }: ShareAnchor, index: number) =>
    index < mostButtons && listed.includes(channel);
  return {
    first: anchors.filter(isFirst),
    more: anchors.filter((anchor, index) => !isFirst(anchor, index)),
  };
}

/** What a reader's browser says that it is; a hint only. */
export function deviceOf(userAgent = ""): Device {
  if (/Android/.test(userAgent)) return "Android";
  return /iPhone|iPad|iPod/.test(userAgent) ? "Mac" : "desktop";
}
