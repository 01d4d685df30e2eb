import { words } from "../channels.ts";
import type { DrawerProps } from "./share-tools.tsx";

/** The message as it will be sent: only the words between the fixed first line and the link can be changed. */
export function MessageEditor(props: DrawerProps) {
  const { say, message, write, copyButton } = props;
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
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
        <p>{message.link}</p>
      </div>
      <p class="hint" id="fixed">
        {say("fixedLine")}
      </p>
      {copyButton("copyMessage", `${words(message)}\n${message.link}`)}
    </>
  );
}
