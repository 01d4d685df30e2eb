/** How often a form has got fields that it had not: a page that takes them out each time is let be. */
const times = new WeakMap<Element, number>();
const mostTimes = 9;

/** Keeps hidden fields filled, for forms whose answers go to a CRM and not to us; empty in those that may not tell. The one that is `sent` has them in any case. */
export function fillForms(
  selector: string,
  values: Record<string, string | undefined>,
  mayTell: (form: Element) => boolean,
  sent?: EventTarget | null,
): void {
  // A field of such a name hides the form's own method.
  const { append, querySelector } = Element.prototype;
  for (const form of document.querySelectorAll(selector)) {
    const isTold = mayTell(form);
    const time = times.get(form) ?? 0;
    for (const [name, value = ""] of Object.entries(values)) {
      const found = querySelector.call(form, `input[name=${name}]`);
      let input = found as HTMLInputElement | null;
      if (!input && isTold && (time < mostTimes || form === sent)) {
        input = document.createElement("input");
        input.type = "hidden";
        input.name = name;
        append.call(form, input);
        times.set(form, time + 1);
      }
      if (input) input.value = isTold ? value : "";
    }
  }
}
