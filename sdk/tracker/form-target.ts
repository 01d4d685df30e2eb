/** Where the answers go, and how (`"null"` where nothing says); a field called `action` or `getAttribute` hides the form's own, and a button may say otherwise. */
export function formTarget(
  form: Element,
  submitter?: Element | null,
): { address: string; method: string } {
  const said = (name: string) =>
    (submitter &&
      (submitter as HTMLButtonElement).form === form &&
      submitter.getAttribute(`form${name}`)) ||
    Element.prototype.getAttribute.call(form, name);
  return {
    address: said("action") || location.href,
    method: `${said("method")}`.toLowerCase(),
  };
}
