import { Component, type ComponentChild, type ComponentType } from "preact";
import type { ShareMessage } from "../channels.ts";
import { copyText } from "../copy-text.ts";
import { device } from "../device.ts";
import { memberScreens } from "../on-demand.ts";
import type { Scene } from "../scene.ts";
import { Icon } from "./icon.tsx";
import { shareButton } from "./share-button.tsx";

/** Fewer buttons are used more; the others wait behind "more". */
const mostVisible = 4;

interface ToolsState {
  /** The member's own words, or absent for the offered ones. */
  text?: string;
  /** What was copied last; empty where the browser refused. */
  copied?: string;
  /** Are all share buttons shown? */
  all?: boolean;
  /** The drawers that have been opened. */
  edit?: ComponentType<DrawerProps>;
  qr?: ComponentType<DrawerProps>;
}

/** What a drawer is given. */
export interface DrawerProps extends Scene {
  message: ShareMessage;
  write(text: string): void;
  /** A button that copies a text; the field before it is left selected where the browser refuses. */
  copyButton(
    what: "copy" | "copyCode" | "copyMessage",
    text: string,
  ): ComponentChild;
}

const drawers = {
  edit: async () => (await memberScreens()).edit,
  qr: async () => (await import("./qr-code.tsx")).QrCode,
};

/** Link, code, share buttons, message and QR code: the same on the share and the reward screen. */
export class ShareTools extends Component<Scene, ToolsState> {
  render(scene: Scene, { text, copied, all = false }: ToolsState) {
    const { me, say, program, channels } = scene;
    if (!me) return null;
    const brand = program?.brand ?? "";
    const { link, code } = me.member;
    const message = {
      disclosure: me.share.disclosure?.trim() || say("disclosure"),
      text:
        text ??
        me.share.text ??
        say(brand ? "messageBrand" : "message", { brand }),
      subject: brand || say("subject"),
      link,
    };
    const buttons = channels
      .map((channel) => shareButton(scene, message, channel))
      .filter(Boolean);
    const parts = [
      <>
        {this.#row("link", link, "copy")}
        {this.#row("code", code, "copyCode")}
        {copied === "" && <p class="wrong">{say("copyFailed")}</p>}
      </>,
      <div key="buttons" class="buttons" part="share-buttons">
        {buttons.slice(0, all ? undefined : mostVisible)}
        {buttons[mostVisible] && (
          <button
            type="button"
            class="tile"
            part="share-button"
            aria-expanded={all}
            onClick={() => this.setState({ all: !all })}
          >
            <Icon name="more" />
            {say("more")}
          </button>
        )}
      </div>,
    ];
    return (
      <div class={`tools ${device}`}>
        {device === "phone" ? parts.reverse() : parts}
        {this.#drawer("edit", message)}
        {this.#drawer("qr", message)}
      </div>
    );
  }

  #row(name: "link" | "code", value: string, action: "copy" | "copyCode") {
    return (
      <div class={`row ${name}`}>
        <label>
          <span>{this.props.say(name)}</span>
          <input
            part={name}
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
        {this.#copyButton(action, value)}
      </div>
    );
  }

  #drawer(name: keyof typeof drawers, message: ShareMessage) {
    const { say, more } = this.props;
    const Drawer = this.state[name];
    const open = async () => {
      more();
      // Offline it stays empty until it is opened again.
      const drawer = await drawers[name]().catch(() => undefined);
      this.setState({ [name]: drawer });
    };
    return (
      <details part={name} onToggle={open}>
        <summary>{say(name)}</summary>
        {Drawer && (
          <Drawer
            {...this.props}
            message={message}
            write={(text) => this.setState({ text })}
            copyButton={this.#copyButton}
          />
        )}
      </details>
    );
  }

  #copyButton: DrawerProps["copyButton"] = (what, text) => {
    const { enishi, me, announce, say } = this.props;
    const isMain = what === "copy";
    const copy = async (event: Event) => {
      const button = event.currentTarget as Element;
      const isCopied = await copyText(text, button);
      this.setState({ copied: isCopied ? what : "" });
      announce(say(isCopied ? "copied" : "copyFailed"));
      if (isCopied && me) enishi("copy", { code: me.member.code });
    };
    return (
      <button
        type="button"
        class={isMain ? "button main" : "button"}
        part={`${what}-button`}
        onClick={copy}
      >
        {isMain && <Icon name={what} />}
        {say(this.state.copied === what ? "copied" : what)}
      </button>
    );
  };
}
