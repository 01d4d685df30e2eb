import type { Options } from "./options.ts";

/** Under `data-debug`, says what may be stored; the browser's own signal comes first, since it is what owners do not expect. */
export function sayConsent({
  options: { debug, consent },
}: {
  options: Options;
}): void {
  if (debug == null) return;
  const { globalPrivacyControl } = navigator as {
    globalPrivacyControl?: boolean;
  };
  console.info(
    globalPrivacyControl
      ? '[enishi] This browser sends Global Privacy Control: nothing is stored and no visitor id is sent before enishi("consent", "granted").'
      : `[enishi] Consent: ${consent ?? "as the site's setting says"}.`,
  );
}
