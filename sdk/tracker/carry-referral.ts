import type { Referral } from "./calls.ts";
import { cleanAddress } from "./clean-address.ts";
import { decorateLinks } from "./decorate-links.ts";
import { fillForms } from "./fill-forms.ts";
import type { Core } from "./tracker.ts";
import { watchPage } from "./watch-page.ts";

/**
 * Carries a referral on, into hidden form fields and to the shop's other
 * domains, and out of the address bar once it is kept.
 */
export function carryReferral(
  { options, visit }: Core,
  referral: () => Promise<Referral | null>,
): void {
  const { forms = "[data-enishi-form]", domains = "" } = options;
  const selector = forms === "all" ? "form" : forms;
  const lastTouch = () => visit.touches()?.last;
  let isClean = false;
  let memberOf: string | undefined;
  let member: string | undefined;

  function carry(): void {
    // Where the device may keep the touch, the address need not.
    if (!isClean && visit.mayStore()) {
      isClean = true;
      cleanAddress();
    }
    if (document.querySelector(selector)) fill();
  }

  function fill(): void {
    const code = lastTouch()?.code;
    if (code !== memberOf) askMember(code);
    fillForms(selector, {
      enishi_code: code,
      enishi_member: member,
      enishi_friend: visit.visitor() ?? undefined,
    });
  }

  async function askMember(code: string | undefined): Promise<void> {
    memberOf = code;
    member = (await referral())?.member;
    fill();
  }

  watchPage(carry);
  visit.decide().then(carry);
  for (const name of ["referral", "consent", "forget"]) {
    document.addEventListener(`enishi:${name}`, carry);
  }
  // The last word: an id may have been made since.
  document.addEventListener("submit", carry, true);
  decorateLinks(domains.match(/[^\s,]+/g) ?? [], lastTouch);
}
