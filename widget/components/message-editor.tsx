import { words as messageWords } from "../channels.ts";
import type { DrawerProps } from "../scene.ts";

export * from "../drawer-part.ts";

/** The message as it will be sent: only the words between the fixed first line and the link can be changed. */
export default function MessageEditor(props: DrawerProps) {
  const { say, message, set, copyButton } = props;
  return (
    <>
      <div class="message">
        <p>{message.disclosure}</p>
        <textarea
          rows={3}
          maxLength={500}
          aria-label={say("edit")}
          aria-describedby="fixed"
          value={message.text}
          onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        />
        <p>{message.link}</p>
      </div>
      <p class="hint" id="fixed">
        {say("fixedLine")}
      </p>
      {copyButton("copyMessage", `${messageWords(message)}\n${message.link}`)}
    </>
  );
}
