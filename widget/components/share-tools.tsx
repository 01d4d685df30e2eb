import { mostButtons } from "../../sdk/protocol/channels.ts";
import { offeredMessage } from "../../sdk/protocol/offer-sentences.ts";
import { linkFor } from "../../sdk/protocol/share-message.ts";
import { firstChannels } from "../channels.ts";
import { copyText } from "../copy-text.ts";
import { device } from "../device.ts";
import { drawers } from "../drawers.ts";
import type { DrawerProps, Scene } from "../scene.ts";
import { icon } from "./icon.tsx";
import { shareButton } from "./share-button.tsx";

/** Link, code, share buttons, message and QR code: the same on the share and the reward screen. In short, only the link and the buttons. */
export function shareTools(scene: Scene & { isShort?: boolean }) {
  const { me, say, program, channels, state, set, enishi, announce } = scene;
  if (!me) return null;
  const { link, code } = me.member;
  const { text = me.share.text } = state;
  const message = {
    ...offeredMessage(say, program, { ...me.share, text }),
    link,
  };
  const table = state.more?.channelsOf(scene) ?? firstChannels;
  const buttons = channels
    .map((entry) =>
      shareButton(scene, message, entry.replace(/=.*/, ""), table),
    )
    .filter((button) => button !== null);
  const isPhone = device !== "desktop";
  const copyButton: DrawerProps["copyButton"] = (what, text) => {
    const isMain = what === "copy";
    const copy = async (event: Event) => {
      const isCopied = await copyText(text, event.currentTarget as Element);
      if (isCopied) enishi("copy", { code });
      set({ copied: isCopied ? what : "" });
      announce(say(isCopied ? "copied" : "copyFailed"));
    };
    return (
      <button
        type="button"
        class={isMain && !isPhone ? "button main" : "button"}
        part={`${what}-button`}
        onClick={copy}
      >
        {isMain && icon(what)}
        {say(state.copied === what ? "copied" : what)}
      </button>
    );
  };

  const row = (
    name: "link" | "code",
    value: string,
    what: "copy" | "copyCode",
  ) => (
    <div class={`row ${name}`}>
      <label>
        <span>{say(name)}</span>
        <input
          part={name}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      {copyButton(what, name === "link" ? linkFor(value, "copy") : value)}
    </div>
  );

  const drawer = (name: "more" | "edit" | "qr") => {
    const Content = state[name]?.default;
    // Offline it stays empty until it is opened again.
    const open = () =>
      drawers[name]().then(
        (drawer) => set({ [name]: drawer }),
        () => {},
      );
    return (
      <details part={name} onToggle={open}>
        <summary>{say(name)}</summary>
        {Content && (
          <Content {...scene} message={message} copyButton={copyButton} />
        )}
      </details>
    );
  };

  const rows = (
    <>
      {row("link", link, "copy")}
      {!scene.isShort && row("code", code, "copyCode")}
      {state.copied === "" && <p class="wrong">{say("copyFailed")}</p>}
    </>
  );
  return (
    <div class={isPhone ? "tools phone" : "tools"}>
      {!isPhone && rows}
      <div class="buttons" part="share-buttons">
        {buttons.slice(0, mostButtons)}
      </div>
      {isPhone && rows}
      {!scene.isShort && (
        <div>
          {(buttons[mostButtons] || channels.includes("more")) &&
            drawer("more")}
          {drawer("edit")}
          {drawer("qr")}
        </div>
      )}
    </div>
  );
}
