import { attempt } from "./attempt.ts";

/** Is an address, resolved as the page's links are, of this host or of one of the shop's other domains? */
export function isOwnHost(
  address: string,
  domains: readonly string[],
): boolean {
  return !!attempt(() => {
    const { origin, hostname } = new URL(address, document.baseURI);
    return (
      origin === location.origin ||
      domains.some((name) => `.${hostname}`.endsWith(`.${name}`))
    );
  });
}
