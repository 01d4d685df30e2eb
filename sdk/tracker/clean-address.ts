/** Takes our parameters out of the address bar, so that a copied address does not refer again. */
export function cleanAddress(): void {
  history.replaceState(history.state, "", withoutReferral(location.href));
}

/** Works on the text: URLSearchParams would rewrite the site's own parameters too. */
export function withoutReferral(address: string): string {
  return address
    .replace(/([?&#])((via|ec|openExternalBrowser)=[^&#]*&?)+/g, "$1")
    .replace(/[?&#]+(#|$)/g, "$1");
}
