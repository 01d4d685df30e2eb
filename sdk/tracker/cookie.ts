import { cookieName } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";

/** Chrome's own upper bound of a cookie's life: 400 days. */
const longestLifeSeconds = 34_560_000;

export function readCookie(): string | undefined {
  return attempt(() => /(?:^|; )_enishi=([^;]*)/.exec(document.cookie)?.[1]);
}

/**
 * Writes the cookie for the registrable domain, so that shop and account pages
 * on sibling hosts share it; an empty value erases it wherever it was written.
 * Which suffix that is only the browser knows: it refuses public suffixes, so
 * the shortest one that it takes is the answer, and at last the host alone.
 */
export function writeCookie(value: string): void {
  const labels = location.hostname.split(".");
  const lifeSeconds = value ? longestLifeSeconds : 0;
  const secure = location.protocol === "https:" ? ";secure" : "";
  [...labels, ""].some((label, index) => {
    const domain = label && `;domain=${labels.slice(-2 - index).join(".")}`;
    attempt(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have learnt the Cookie Store API only lately
      document.cookie = `${cookieName}=${value};path=/;samesite=lax;max-age=${lifeSeconds}${domain}${secure}`;
    });
    return value && readCookie() === value;
  });
}
