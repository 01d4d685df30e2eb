/**
 * The input that carries the code in the shop's own form: one that the shop
 * has put inside the element, so that checkout works without scripts too, else
 * a hidden one, named by the attribute `name`.
 */
export function codeInput(element: Element): HTMLInputElement {
  // In a dialog: of the element on the page, as no form looks into a shadow root.
  const { host } = element.getRootNode() as ShadowRoot;
  if (host?.localName === element.localName) return codeInput(host);
  const known = element.querySelector("input");
  if (known) return known;
  const made = document.createElement("input");
  made.type = "hidden";
  made.name = element.getAttribute("name") ?? "enishi_code";
  element.append(made);
  return made;
}
