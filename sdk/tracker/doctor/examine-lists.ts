import { attempt } from "../attempt.ts";
import { hostsOf } from "../hosts-of.ts";
import type { Options } from "../options.ts";
import type { Exception } from "./words.ts";

export interface Lists {
  isGood: boolean;
  /** What is written, and what to write. */
  details: string[];
  exception?: Exception;
}

/** Of letters, digits and hyphens, as the browser spells every script; or an IPv6 address. */
const host = /^(\[[\da-f:]+\]|([\w-]+\.)*[\w-]+)$/;

/** Finds what is written in `data-domains`, `data-param` or `data-forms` and never matches anything; one of them at a time. */
export function examineLists({ domains, param = "", forms }: Options): Lists {
  const hosts = hostsOf(domains);
  if (!hosts.every((name) => host.test(name))) {
    const meant = hostsOf(domains?.replace(/(^|[\s,;、/])[*.]+/g, "$1"));
    const right = meant
      .map((name) => name.replace(/\.$/, ""))
      .filter((name) => host.test(name));
    return { isGood: false, details: [`${domains}`, right.join(",")] };
  }
  // As the tracker parts them; what an address parts them by is in none.
  const names = param.split(/[\s,]+/);
  if (names.some((name) => /[?&=#;、，]/.test(name))) {
    const right = param.match(/[^\s,?&=#;、，]+/g) ?? [];
    const details = [param, right.join(",")];
    return { isGood: false, details, exception: "listParam" };
  }
  const isRead =
    !forms || attempt(() => document.querySelectorAll(forms).length + 1);
  return isRead
    ? { isGood: true, details: [] }
    : { isGood: false, details: [forms], exception: "listForms" };
}
