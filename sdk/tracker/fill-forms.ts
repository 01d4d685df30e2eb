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
      let input = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (!input && isTold) {
        input = document.createElement("input");
        input.type = "hidden";
        input.name = name;
        form.append(input);
      }
      if (input) input.value = isTold ? value : "";
    }
  }
}
