import { cookieName } from "../protocol/referral-cookie.ts";

export function readCookie(): string | undefined {
  return /(^|; )_enishi=([^;]*)/.exec(document.cookie)?.[2];
}

/**
 * Writes the cookie for the registrable domain, so that shop and account pages
 * on sibling hosts share it; an empty value erases it wherever it was written.
 * Which suffix that is only the browser knows: it refuses public suffixes, so
 * the shortest one that it takes is the answer, and at last the host alone.
 * What `/r/CODE` has set lives longer in Safari than what a script writes: it
 * is left alone where it says the same. Answers whether the browser has it.
 */
export function writeCookie(value: string): unknown {
  const isThere = () => value && readCookie() === value;
  const labels = location.hostname.split(".");
  // Of the two, "https:" alone is so long.
  const secure = location.protocol[5] ? ";secure" : "";
  return (
    isThere() ||
    [
      ...labels.map(
        (_, index) => `;domain=${labels.slice(-2 - index).join(".")}`,
      ),
      "",
    ].some((domain) => {
      // As long as the browser will: Chrome makes it 400 days.
      // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have learnt the Cookie Store API only lately
      document.cookie = `${cookieName}=${value};path=/;samesite=lax;max-age=${value ? 4e7 : 0}${domain}${secure}`;
      return isThere();
    })
  );
}
