/**
 * Takes our parameters out of the address bar, so that a copied address does
 * not refer again. Works on the text: URLSearchParams would rewrite the site's
 * own parameters too.
 */
export function cleanAddress(): void {
  const url = new URL(location.href);
  url.search = withoutReferral(url.search);
  if (url.href !== location.href) {
    history.replaceState(history.state, "", url);
  }
}

export function withoutReferral(search: string): string {
  return search
    .slice(1)
    .split("&")
    .filter((part) => !/^(via|ec|openExternalBrowser)=/.test(part))
    .join("&");
}
