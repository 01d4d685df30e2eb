import { linkFor, type ShareMessage, shareUrl, words } from "../channels.ts";
import { device } from "../device.ts";
import type { MessageKey } from "../say.ts";
import type { Scene } from "../scene.ts";
import { icon } from "./icon.tsx";

/** One real link for a channel, or a button for the system's share sheet; `null` where it cannot work in this browser. */
export function shareButton(
  { say, enishi, me }: Scene,
  message: ShareMessage,
  channel: string,
) {
  const isNative = channel === "native";
  const sheet = { text: words(message), url: linkFor(message.link, channel) };
  const url = shareUrl(channel, message, device);
  if (isNative ? !navigator.canShare?.(sheet) : !url) return null;
  const label = say(channel as MessageKey);
  const isTab = url?.startsWith("https");
  const Tag = url ? "a" : "button";
  return (
    <Tag
      key={channel}
      class="button tile"
      part="share-button"
      {...(url && { href: url })}
      {...(isTab && { target: "_blank", rel: "noopener noreferrer" })}
      aria-label={
        say("sendBy", { channel: label }) + (isTab ? say("newTab") : "")
      }
      onClick={() => {
        if (me) enishi("share", { code: me.member.code, channel });
        // Straight from the click, as the sheet requires. To close it again is no error.
        if (isNative) navigator.share(sheet).catch(() => {});
      }}
    >
      {icon(channel)}
      {label}
    </Tag>
  );
}
