import { attempt } from "./attempt.ts";
import type { Options } from "./options.ts";
import type { Ask } from "./transport.ts";

/**
 * Under `data-debug`, says what may be stored, the browser's own signal first, since it is what owners do not expect; and,
 * once, what fails: also a collector that cannot be reached, though what happened is kept and sent again. Answers the line
 * that says so.
 */
export function sayAloud({ debug, consent }: Options, ask: Ask): Ask {
  if (debug == null) return ask;
  const said = new Set<string>();
  function say(message: string): void {
    // What is tried again fails again.
    if (said.has(message)) return;
    said.add(message);
    // The page's own console may throw.
    attempt(() => console.error("[enishi]", message));
  }
  document.addEventListener("enishi:error", (event) => {
    const { code, message } = (event as CustomEvent).detail;
    // Where something is wrong already, it only follows.
    if (!said.size || code !== "not_kept") say(message);
  });
  const { globalPrivacyControl } = navigator as {
    globalPrivacyControl?: boolean;
  };
  console.info(
    globalPrivacyControl
      ? '[enishi] This browser sends Global Privacy Control: nothing is stored and no visitor id is sent before enishi("consent", "granted").'
      : `[enishi] Consent: ${consent ?? "as the site's setting says"}.`,
  );
  return (path, data) => {
    const answer = ask(path, data);
    answer.catch((error) => say(`${error}`));
    return answer as never;
  };
}
