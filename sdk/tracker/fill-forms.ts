/** Keeps hidden fields filled, for forms whose answers go to a CRM and not to us. */
export function fillForms(
  selector: string,
  values: Record<string, string | undefined>,
): void {
  const forms = document.querySelectorAll<HTMLElement>(selector);
  for (const form of forms) {
    for (const [name, value = ""] of Object.entries(values)) {
      field(form, name).value = value;
    }
  }
}

function field(form: HTMLElement, name: string): HTMLInputElement {
  const found = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (found) return found;
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = name;
  form.append(input);
  return input;
}
