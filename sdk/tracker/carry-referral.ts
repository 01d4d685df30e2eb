import { attempt } from "./attempt.ts";
import { fillForms } from "./fill-forms.ts";
import { formTarget } from "./form-target.ts";
import { isOwnHost } from "./is-own-host.ts";
import type { Core } from "./on-demand.ts";

// A field of such a name hides the form's own method.
const { matches, querySelectorAll } = Element.prototype;

/** Carries a referral on into hidden form fields; answers what to do when the page has changed. */
export function carryReferral({
  options: { forms },
  domains,
  lastTouch,
  batch,
  check,
}: Core): () => void {
  const isAll = forms === "all";
  const selector = isAll ? "form" : forms || "[data-enishi-form]";
  let memberOf: string | undefined;
  let member: string | undefined;

  // A selector may be one that no browser can read.
  const carry = (event?: Event): void =>
    attempt(() => {
      if (!document.querySelector(selector)) return;
      const code = lastTouch()?.code;
      if (code !== memberOf) askMember(code);
      const values = {
        enishi_code: code,
        enishi_member: member,
        // Whom every batch names.
        enishi_friend: batch([]).visitor,
      };
      const { submitter, target } = (event ?? {}) as SubmitEvent;
      const mayTell = (form: Element) => {
        const { address } = formTarget(form, submitter);
        // Which forms were meant by "all" nobody has looked at: strangers' are told nothing.
        return !isAll || isOwnHost(address, domains);
      };
      fillForms(selector, values, mayTell, target);
    });

  async function askMember(code: string | undefined): Promise<void> {
    memberOf = code;
    member = ((code && (await check(code))) || undefined)?.member;
    carry();
  }

  for (const name of ["consent", "forget"]) {
    document.addEventListener(`enishi:${name}`, carry);
  }
  // Another tab may have erased what stands in the fields; a page that comes back from the browser's cache has not heard of it.
  for (const name of ["pageshow", "focus", "storage"]) {
    addEventListener(name, () => carry());
  }
  document.addEventListener("visibilitychange", () => carry());
  // The last word: an id may have been made since.
  document.addEventListener("submit", carry, true);
  // Scripts have read the form by then, and may send it themselves.
  addEventListener("submit", (event) =>
    attempt(() => {
      if (matches.call(event.target, selector)) keepOutOfAddress(event);
    }),
  );
  let sending: SubmitEvent | undefined;
  document.addEventListener(
    "submit",
    (event) => {
      sending = event;
    },
    true,
  );
  // Also where no submit event comes as far as here, or none is fired: by `form.submit()`.
  document.addEventListener(
    "formdata",
    ({ target, formData }) =>
      attempt(() => {
        const form = target as Element;
        if (!matches.call(form, selector)) return;
        const isSent =
          sending?.target === form &&
          !sending.eventPhase &&
          !sending.defaultPrevented;
        const { method } = formTarget(form, isSent ? sending?.submitter : null);
        // A form that names no method may be a script's own.
        if (method === "get" || (isSent && method !== "post")) {
          formData.delete("enishi_member");
          formData.delete("enishi_friend");
        }
      }),
    true,
  );
  return () => carry();
}

/** An address is no place for a visitor's id: what the browser itself is about to send there goes without our fields, but with the code that somebody typed. */
function keepOutOfAddress(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented) return;
  if (formTarget(form, event.submitter).method === "post") return;
  const ours = querySelectorAll.call(
    form,
    "input[type=hidden][name^=enishi_]:enabled:not(enishi-code *)",
  ) as NodeListOf<HTMLInputElement>;
  for (const input of ours) {
    input.disabled = true;
    // The browser has gathered the answers by then; the page may stay.
    setTimeout(() => {
      input.disabled = false;
    });
  }
}
