/**
 * Takes our parameters out of the address bar, so that a copied address does
 * not refer again. Works on the text: URLSearchParams would rewrite the site's
 * own parameters too.
 */
export function cleanAddress(): void {
  const url = new URL(location.href);
  url.search = withoutReferral(url.search);
  history.replaceState(history.state, "", url);
}

export function withoutReferral(search: string): string {
  return search
    .replace(/(^\?|&)(via|ec|openExternalBrowser)=[^&]*/g, "")
    .slice(1);
}
