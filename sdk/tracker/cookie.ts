import { attempt } from "./attempt.ts";

/** Chrome's own upper bound of a cookie's life. */
const longestLifeSeconds = 400 * 24 * 60 * 60;

export function readCookie(name: string): string | undefined {
  return attempt(() =>
    document.cookie
      .split("; ")
      .find((cookie) => cookie.startsWith(`${name}=`))
      ?.slice(name.length + 1),
  );
}

/**
 * Writes a cookie for the registrable domain, so that shop and account pages
 * on sibling hosts share it; an empty value erases it wherever it was written.
 * Which suffix that is only the browser knows: it refuses public suffixes, so
 * the shortest one that it takes is the answer, and at last the host alone.
 */
export function writeCookie(name: string, value: string): void {
  const labels = location.hostname.split(".");
  const suffixes = labels.map((_, index) => labels.slice(-2 - index).join("."));
  [...suffixes, ""].some((domain) => {
    writeAt(name, value, domain);
    return value && readCookie(name) === value;
  });
}

function writeAt(name: string, value: string, domain: string): void {
  attempt(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have learnt the Cookie Store API only lately
    document.cookie = `${name}=${value};path=/;samesite=lax;max-age=${
      value ? longestLifeSeconds : 0
    }${domain && `;domain=${domain}`}${
      location.protocol === "https:" ? ";secure" : ""
    }`;
  });
}
