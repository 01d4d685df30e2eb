import { Component, type ComponentChild, type ComponentType } from "preact";
import type { ShareMessage } from "../channels.ts";
import { copyText } from "../copy-text.ts";
import { device } from "../device.ts";
import type { Scene } from "../scene.ts";
import { Icon } from "./icon.tsx";
import { ShareButtons } from "./share-buttons.tsx";

interface ToolsState {
  /** The member's own words, or absent for the offered ones. */
  text?: string;
  /** What was copied last. */
  copied?: string;
  hasFailed?: boolean;
  /** The drawers that have been opened. */
  edit?: ComponentType<DrawerProps>;
  qr?: ComponentType<DrawerProps>;
}

/** What a drawer is given. */
export interface DrawerProps extends Scene {
  message: ShareMessage;
  write(text: string): void;
  /** A button that copies a text; `field` is left selected where the browser refuses. */
  copyButton(
    what: "copy" | "copyCode" | "copyMessage",
    text: string,
  ): ComponentChild;
}

const drawers = {
  edit: () => import("./message-editor.tsx"),
  qr: () => import("./qr-code.tsx"),
};

/** Link, code, share buttons, message and QR code: the same on the share and the reward screen. */
export class ShareTools extends Component<Scene, ToolsState> {
  render(scene: Scene, state: ToolsState) {
    const { me, say, program } = scene;
    if (!me) return null;
    const brand = program?.brand ?? "";
    const { link, code } = me.member;
    const message = {
      disclosure: me.share.disclosure?.trim() || say("disclosure"),
      text:
        state.text ??
        me.share.text ??
        say(brand ? "messageBrand" : "message", { brand }),
      subject: brand || say("subject"),
      link,
    };
    const parts = [
      <>
        {this.#row("link", link, "copy")}
        {this.#row("code", code, "copyCode")}
        {state.hasFailed && <p class="wrong">{say("copyFailed")}</p>}
      </>,
      <ShareButtons key="buttons" {...scene} message={message} />,
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
          <input part={name} readOnly value={value} onFocus={selectAll} />
        </label>
        {this.#copyButton(action, value)}
      </div>
    );
  }

  #drawer(name: keyof typeof drawers, message: ShareMessage) {
    const Drawer = this.state[name];
    const open = () =>
      drawers[name]().then(
        (drawer) => this.setState({ [name]: drawer.default }),
        // Offline: it stays empty until it is opened again.
        () => {},
      );
    return (
      <details part={name} onToggle={open}>
        <summary>{this.props.say(name)}</summary>
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
    const copy = async (event: Event) => {
      const button = event.currentTarget as Element;
      const isCopied = await copyText(text, button);
      this.setState({ copied: isCopied ? what : "", hasFailed: !isCopied });
      announce(say(isCopied ? "copied" : "copyFailed"));
      if (isCopied && me) enishi("copy", { code: me.member.code });
    };
    return (
      <button
        type="button"
        class={
          what === "copy" && device === "desktop" ? "button main" : "button"
        }
        part={`${what}-button`}
        onClick={copy}
      >
        {what === "copy" && <Icon name="copy" />}
        {say(this.state.copied === what ? "copied" : what)}
      </button>
    );
  };
}

function selectAll(event: { currentTarget: HTMLInputElement }): void {
  event.currentTarget.select();
}
