import { attempt } from "./attempt.ts";
import type { Options } from "./options.ts";

/** Under `data-debug`, says what may be stored, the browser's own signal first, since it is what owners do not expect; and what fails. */
export function sayAloud({
  options: { debug, consent },
}: {
  options: Options;
}): void {
  if (debug == null) return;
  document.addEventListener("enishi:error", (event) =>
    // The page's own console may throw.
    attempt(() =>
      console.error("[enishi]", (event as CustomEvent).detail.message),
    ),
  );
  const { globalPrivacyControl } = navigator as {
    globalPrivacyControl?: boolean;
  };
  console.info(
    globalPrivacyControl
      ? '[enishi] This browser sends Global Privacy Control: nothing is stored and no visitor id is sent before enishi("consent", "granted").'
      : `[enishi] Consent: ${consent ?? "as the site's setting says"}.`,
  );
}
