import { decorateLinks } from "./decorate-links.ts";
import { fillForms } from "./fill-forms.ts";
import type { Core } from "./on-demand.ts";

/** Carries a referral on, into hidden form fields and to the shop's other domains; answers what to do when the page has changed. */
export function carryReferral({
  options: { forms = "[data-enishi-form]", domains = "" },
  lastTouch,
  batch,
  referral,
}: Core): () => void {
  const selector = forms === "all" ? "form" : forms;
  let memberOf: string | undefined;
  let member: string | undefined;

  function carry(): void {
    if (!document.querySelector(selector)) return;
    const code = lastTouch()?.code;
    if (code !== memberOf) askMember(code);
    fillForms(selector, {
      enishi_code: code,
      enishi_member: member,
      // Whom every batch names.
      enishi_friend: batch([]).visitor,
    });
  }

  async function askMember(code: string | undefined): Promise<void> {
    memberOf = code;
    member = (await referral())?.member;
    carry();
  }

  for (const name of ["referral", "consent", "forget"]) {
    document.addEventListener(`enishi:${name}`, carry);
  }
  // The last word: an id may have been made since.
  document.addEventListener("submit", carry, true);
  decorateLinks(domains.match(/[^\s,]+/g) ?? [], lastTouch);
  return carry;
}
