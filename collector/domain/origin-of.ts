/** An origin as browsers write it, from how people type it: `https://Shop.example/` is `https://shop.example`; `null` where it says more, or less. */
export function originOf(typed: string): string | null {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  const isOrigin =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === "/" &&
    !url.search &&
    !url.hash &&
    !url.username &&
    !url.password;
  return isOrigin ? url.origin : null;
}
