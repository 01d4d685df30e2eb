import {
  linkFor,
  words as messageWords,
} from "../../sdk/protocol/share-message.ts";
import { css as drawerCss, words } from "../drawer-part.ts";
import type { DrawerProps } from "../scene.ts";
import previewCss from "../styles/preview.css?inline";
import { MessagePreview } from "./message-preview.tsx";

export { words };
export const css = drawerCss + previewCss;

/** What a member can write, in UTF-16 units, as the field counts. */
const longest = 500;

/** The message as it will be sent: only the words between the fixed first line and the link can be changed. */
export default function MessageEditor(props: DrawerProps) {
  const { say, message, set, copyButton } = props;
  const link = linkFor(message.link, "copy");
  return (
    <div class="tools editor">
      <div class="message">
        <p class="fixed" part="disclosure">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 11h12v9H6zM9 11V7a3 3 0 016 0v4" />
          </svg>
          {message.disclosure}
        </p>
        <textarea
          rows={4}
          maxLength={longest}
          aria-label={say("edit")}
          aria-describedby="fixed"
          value={message.text}
          onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        />
        <p class="hint" part="count">
          {message.text.length} / {longest}
        </p>
        <p class="fixed">{message.link}</p>
        <p class="hint" id="fixed">
          {say("fixedLine")}
        </p>
      </div>
      <MessagePreview {...props} />
      {copyButton("copyMessage", `${messageWords(message)}\n${link}`)}
    </div>
  );
}
