/** Keeps hidden fields filled, for forms whose answers go to a CRM and not to us; empty in those that may not tell. */
export function fillForms(
  selector: string,
  values: Record<string, string | undefined>,
  mayTell: (form: HTMLElement) => boolean,
): void {
  const forms = document.querySelectorAll<HTMLElement>(selector);
  for (const form of forms) {
    const isTold = mayTell(form);
    for (const [name, value = ""] of Object.entries(values)) {
      const input = field(form, name) ?? (isTold && added(form, name));
      if (input) input.value = isTold ? value : "";
    }
  }
}

function field(form: HTMLElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[name=${name}]`);
}

function added(form: HTMLElement, name: string): HTMLInputElement {
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = name;
  form.append(input);
  return input;
}
