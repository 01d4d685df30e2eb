/** Where the answers go, and whether in the address; a field called `action` hides the form's property, and a button may say otherwise. */
export function formTarget(
  form: Element,
  submitter?: HTMLElement | null,
): { address: string; isGet: boolean } {
  const isItsOwn = (submitter as HTMLButtonElement | null)?.form === form;
  const said = (name: string) =>
    (isItsOwn && submitter?.getAttribute(`form${name}`)) ||
    form.getAttribute(name);
  return {
    address: said("action") || location.href,
    isGet: !/^(post|dialog)$/i.test(`${said("method")}`),
  };
}
