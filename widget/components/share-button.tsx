import {
  linkFor,
  type ShareMessage,
  sending,
  words,
} from "../../sdk/protocol/share-message.ts";
import type { Channels } from "../channels.ts";
import { device } from "../device.ts";
import type { MessageKey } from "../say.ts";
import type { Scene } from "../scene.ts";
import { icon } from "./icon.tsx";

/** One real link for a channel, or a button for what has no link; `null` where it cannot work in this browser. */
export function shareButton(
  scene: Scene,
  message: ShareMessage,
  name: string,
  channels: Channels,
) {
  const { say, enishi, me } = scene;
  const channel = channels[name];
  const sheet = { text: words(message), url: linkFor(message.link, name) };
  const url = sending(name, message, device, channels)?.url;
  const act = channel?.act?.(sheet, scene);
  if (!url && !act) return null;
  // An owner's own channel is called what the owner calls it.
  const label = say(name as MessageKey) || channel?.label || name;
  const isTab = url?.startsWith("https");
  const Tag = url ? "a" : "button";
  return (
    <Tag
      key={name}
      class="button tile"
      part="share-button"
      {...(url && { href: url })}
      {...(isTab && { target: "_blank", rel: "noopener noreferrer" })}
      aria-label={
        say("sendBy", { channel: label }) + (isTab ? say("newTab") : "")
      }
      onClick={(event: Event) => {
        if (me) enishi("share", { code: me.member.code, channel: name });
        if (act) act(event.currentTarget as Element);
      }}
    >
      {channel?.sign?.() ?? icon(name)}
      {label}
    </Tag>
  );
}
