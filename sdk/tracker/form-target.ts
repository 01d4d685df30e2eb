/** Where the answers go, and how (`"null"` where nothing says); a field called `action` hides the form's property, and a button may say otherwise. */
export function formTarget(
  form: Element,
  submitter?: Element | null,
): { address: string; method: string } {
  const said = (name: string) =>
    (submitter &&
      (submitter as HTMLButtonElement).form === form &&
      submitter.getAttribute(`form${name}`)) ||
    form.getAttribute(name);
  return {
    address: said("action") || location.href,
    method: `${said("method")}`.toLowerCase(),
  };
}
