import { settled } from "./settled.ts";

/** `<enishi-code>`, and the input that it has made, while that waits for its place. */
type CodeElement = HTMLElement & { input?: HTMLInputElement };

/**
 * The input that carries the code in the shop's own form: one that the shop
 * has put inside the element, so that checkout works without scripts too, else
 * a hidden one, named by the attribute `name`.
 */
export function codeInput(element: CodeElement): HTMLInputElement {
  // In a dialog: of the element on the page, as no form looks into a shadow root.
  const { host } = element.getRootNode() as ShadowRoot;
  if (host?.localName === element.localName)
    return codeInput(host as CodeElement);
  return element.querySelector("input") ?? element.input ?? makeInput(element);
}

/** Its place it takes once no framework can take it for a mismatch; a form that is sent before has the code nevertheless. */
function makeInput(element: CodeElement): HTMLInputElement {
  const made = document.createElement("input");
  made.type = "hidden";
  made.name = element.getAttribute("name") ?? "enishi_code";
  element.input = made;
  const isOurs = ({ target }: Event) => target === element.closest("form");
  const submitted = (event: Event) => {
    if (isOurs(event)) place();
  };
  const gathered = (event: FormDataEvent) => {
    if (isOurs(event)) event.formData.set(made.name, made.value);
  };
  function place(): void {
    document.removeEventListener("submit", submitted, true);
    document.removeEventListener("formdata", gathered, true);
    if (element.input) element.append(made);
    delete element.input;
  }
  document.addEventListener("submit", submitted, true);
  document.addEventListener("formdata", gathered, true);
  settled.then(place);
  return made;
}
