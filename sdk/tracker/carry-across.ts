import { withParameters } from "../protocol/with-parameters.ts";
import { attempt } from "./attempt.ts";
import { formTarget } from "./form-target.ts";
import type { Core } from "./on-demand.ts";
import { timeParameter } from "./time-parameter.ts";

/**
 * Links and forms that lead to the shop's other domains carry the referral.
 * Written when they are used: earlier, also when only pressed, would show in
 * what is copied, and miss what is new; and taken back at once. What a script of the page navigates to is
 * its own: it could only be stopped and sent on, and would notice.
 */
export function carryAcross({ domains, lastTouch }: Core): void {
  /** What the parameters of an address there lack of it: nothing where they carry somebody's already. */
  function lacking(
    { hostname }: URL,
    found: URLSearchParams | FormData,
  ): [string, string][] {
    const { code, at, click } = lastTouch() ?? {};
    if (
      !code ||
      hostname === location.hostname ||
      !domains.some((name) => `.${hostname}`.endsWith(`.${name}`)) ||
      (found.get("via") ?? code) !== code
    ) {
      return [];
    }
    const all = { via: code, [timeParameter]: at?.toString(36), ec: click };
    return Object.entries(all).filter(
      (entry): entry is [string, string] => !!entry[1] && !found.has(entry[0]),
    );
  }

  function decorate(event: MouseEvent): void {
    // A menu's click: the address might be copied.
    if (event.button > 1) return;
    // Also inside an open shadow root, where the event's target is its host.
    const link = event
      .composedPath()
      .find((node) => (node as Element).matches?.(":any-link"));
    const { href } = (link ?? {}) as { href?: string | SVGAnimatedString };
    if (!href) return;
    const isText = typeof href === "string";
    const element = link as Element;
    const read = () =>
      isText ? `${element.getAttribute("href")}` : href.baseVal;
    const write = (text: string) => {
      if (isText) element.setAttribute("href", text);
      else href.baseVal = text;
    };
    const address = isText ? href : href.baseVal.trim();
    const url = new URL(address, document.baseURI);
    const ours = lacking(url, url.searchParams);
    if (!ours[0]) return;
    const before = read();
    const written = withParameters(address, `${new URLSearchParams(ours)}`);
    write(written);
    // The browser has read it by then, and the page may stay: for another referral, or for whoever copies the link.
    setTimeout(() =>
      attempt(() => {
        if (read() === written) write(before);
      }),
    );
  }

  let submitter: HTMLElement | null;
  const listeners: [string, (event: never) => void][] = [
    ["click", decorate],
    // The middle button's.
    ["auxclick", decorate],
    ["submit", (event: SubmitEvent) => ({ submitter } = event)],
    [
      "formdata",
      ({ target, formData }: FormDataEvent) => {
        const { address, method } = formTarget(target as Element, submitter);
        if (/^(post|dialog)$/.test(method)) return;
        const url = new URL(address, document.baseURI);
        for (const [name, value] of lacking(url, formData)) {
          formData.set(name, value);
        }
      },
    ],
  ];
  for (const [type, act] of listeners) {
    const listener = (event: Event) => attempt(() => act(event as never));
    document.addEventListener(type, listener, true);
  }
}
