import { attempt } from "./attempt.ts";
import { formTarget } from "./form-target.ts";
import type { Core } from "./on-demand.ts";
import { timeParameter } from "./time-parameter.ts";

/**
 * Links and forms that lead to the shop's other domains carry the referral.
 * Written when they are about to be used: earlier would show in every copied
 * page and miss what is new in it. What a script of the page navigates to is
 * its own: it could only be stopped and sent on, and would notice.
 */
export function carryAcross({ domains, lastTouch }: Core): void {
  /** Whether the parameters of an address there have it now; one that carries somebody's already is left alone. */
  function carry({ hostname }: URL, to: URLSearchParams | FormData): boolean {
    const touch = lastTouch();
    if (
      !touch ||
      hostname === location.hostname ||
      !domains.some((name) => `.${hostname}`.endsWith(`.${name}`)) ||
      (to.get("via") ?? touch.code) !== touch.code
    ) {
      return false;
    }
    to.set("via", touch.code);
    to.set(timeParameter, touch.at.toString(36));
    if (touch.click) to.set("ec", touch.click);
    return true;
  }

  function decorate(event: Event): void {
    // Also inside an open shadow root, where the event's target is its host.
    const link = event
      .composedPath()
      .find((node) => (node as Element).matches?.(":any-link"));
    const { href } = (link ?? {}) as { href?: string | SVGAnimatedString };
    if (!href) return;
    const isText = typeof href === "string";
    const url = new URL(isText ? href : href.baseVal, document.baseURI);
    if (!carry(url, url.searchParams)) return;
    if (isText) (link as HTMLAnchorElement).href = url.href;
    else href.baseVal = url.href;
  }

  let submitter: HTMLElement | null;
  const listeners: [string, (event: never) => void][] = [
    ["pointerdown", decorate],
    ["click", decorate],
    ["submit", (event: SubmitEvent) => ({ submitter } = event)],
    [
      "formdata",
      ({ target, formData }: FormDataEvent) => {
        const { address, isGet } = formTarget(target as Element, submitter);
        if (isGet) carry(new URL(address, document.baseURI), formData);
      },
    ],
  ];
  for (const [type, act] of listeners) {
    const listener = (event: Event) => attempt(() => act(event as never));
    document.addEventListener(type, listener, true);
  }
}
