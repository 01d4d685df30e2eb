/** Takes our parameters out of the address bar, so that a copied address does not refer again. */
export function cleanAddress(): void {
  history.replaceState(history.state, "", withoutReferral(location.href));
}

/** What begins with `open` is LINE's `openExternalBrowser`. Works on the text: URLSearchParams would rewrite the site's own parameters too. */
export function withoutReferral(address: string): string {
  return address
    .replace(/([?&#])((via|ec|open\w+)=[^&#]*&?)+/g, "$1")
    .replace(/[?&#]+(#|$)/g, "$1");
}
