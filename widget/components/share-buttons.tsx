import { Component } from "preact";
import { linkFor, type ShareMessage, shareUrl, words } from "../channels.ts";
import { device } from "../device.ts";
import type { MessageKey } from "../say.ts";
import type { Scene } from "../scene.ts";
import { Icon } from "./icon.tsx";

/** Fewer buttons are used more; the others wait behind "more". */
const mostVisible = 4;

type ButtonsProps = Scene & { message: ShareMessage };

/** One real link a channel, in the owner's order; what cannot work in this browser is not there. */
export class ShareButtons extends Component<ButtonsProps, { all?: boolean }> {
  render({ say, channels }: ButtonsProps, { all = false }: { all?: boolean }) {
    const buttons = channels
      .map((channel) => this.#button(channel))
      .filter(Boolean);
    const showAll = () => this.setState({ all: !all });
    return (
      <div class="buttons" part="share-buttons">
        {buttons.slice(0, all ? undefined : mostVisible)}
        {buttons[mostVisible] && (
          <button
            type="button"
            class="tile"
            part="share-button"
            aria-expanded={all}
            onClick={showAll}
          >
            <Icon name="more" />
            {say("more")}
          </button>
        )}
      </div>
    );
  }

  #button(channel: string) {
    const { say, message, enishi, me } = this.props;
    const isNative = channel === "native";
    const sheet = {
      text: words(message),
      url: linkFor(message.link, channel),
    };
    const url = shareUrl(channel, message, device);
    if (isNative ? !navigator.canShare?.(sheet) : !url) return null;
    const label = say(channel as MessageKey);
    const isTab = url?.startsWith("https");
    const Tag = url ? "a" : "button";
    return (
      <Tag
        key={channel}
        class="tile"
        part="share-button"
        {...(url ? { href: url } : { type: "button" })}
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
        <Icon name={channel} />
        {label}
      </Tag>
    );
  }
}
