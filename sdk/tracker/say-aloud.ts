import { attempt } from "./attempt.ts";
import type { Options } from "./options.ts";

/** Under `data-debug`, says what may be stored, the browser's own signal first, since it is what owners do not expect; and, once, what fails. */
export function sayAloud({
  options: { debug, consent },
}: {
  options: Options;
}): void {
  if (debug == null) return;
  const said = new Set();
  document.addEventListener("enishi:error", (event) => {
    const { message } = (event as CustomEvent).detail;
    // What is tried again fails again.
    if (said.has(message)) return;
    said.add(message);
    // The page's own console may throw.
    attempt(() => console.error("[enishi]", message));
  });
  const { globalPrivacyControl } = navigator as {
    globalPrivacyControl?: boolean;
  };
  console.info(
    globalPrivacyControl
      ? '[enishi] This browser sends Global Privacy Control: nothing is stored and no visitor id is sent before enishi("consent", "granted").'
      : `[enishi] Consent: ${consent ?? "as the site's setting says"}.`,
  );
}
