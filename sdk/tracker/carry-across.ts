import { attempt } from "./attempt.ts";
import { formTarget } from "./form-target.ts";
import type { Core } from "./on-demand.ts";
import { timeParameter } from "./time-parameter.ts";

/** The parts of the Navigation API's event that matter here. */
interface NavigateEvent extends Event {
  destination: { url: string };
  navigationType: string;
  formData: FormData | null;
  downloadRequest: string | null;
}

/**
 * Links, forms and scripts that lead to the shop's other domains carry the
 * referral. Written when they are about to be used: earlier would show in
 * every copied page and miss what is new in it.
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

  /** A script that goes there can only be stopped and sent on; what links and forms carry by then stays as it is. */
  function redirect(event: NavigateEvent): void {
    const { navigationType, formData, downloadRequest, destination } = event;
    const url = new URL(destination.url);
    if (
      event.cancelable &&
      !(event.defaultPrevented || formData || downloadRequest != null) &&
      carry(url, url.searchParams) &&
      url.href !== destination.url
    ) {
      event.preventDefault();
      if (navigationType === "replace") location.replace(url);
      else location.assign(url);
    }
  }

  let submitter: HTMLElement | null;
  const { navigation } = window as { navigation?: EventTarget };
  const listeners: [EventTarget | undefined, string, (event: never) => void][] =
    [
      [document, "pointerdown", decorate],
      [document, "click", decorate],
      [document, "submit", (event: SubmitEvent) => ({ submitter } = event)],
      [
        document,
        "formdata",
        ({ target, formData }: FormDataEvent) => {
          const { address, isGet } = formTarget(target as Element, submitter);
          if (isGet) carry(new URL(address, document.baseURI), formData);
        },
      ],
      [navigation, "navigate", redirect],
    ];
  for (const [target, type, act] of listeners) {
    const listener = (event: Event) => attempt(() => act(event as never));
    target?.addEventListener(type, listener, true);
  }
}
