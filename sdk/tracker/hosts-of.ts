import { attempt } from "./attempt.ts";

/** The hosts of `data-domains`, as addresses have them: in lower case, 紹介.example as xn--xmqu54i.example. Whole addresses are taken for their hosts. */
export function hostsOf(domains: string | undefined): string[] {
  return (domains?.match(/[^\s,;、]+/g) ?? []).map((name) => {
    const host = name.replace(/^\w*:?\/\//, "");
    return attempt(() => new URL(`https://${host}`).hostname) ?? name;
  });
}
