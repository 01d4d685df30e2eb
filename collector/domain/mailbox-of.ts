const dotless = new Set(["gmail.com", "googlemail.com"]);

/**
 * The mailbox that an address reaches: without a `+tag`, and where dots mean nothing (Gmail) without dots.
 *
 * @example mailboxOf("Ta.ro+2@googlemail.com") // "taro@gmail.com"
 */
export function mailboxOf(email: string): string {
  const address = normaliseMail(email);
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  const name = address.slice(0, at);
  const [untagged = name] = name.startsWith("+") ? [name] : name.split("+");
  return dotless.has(domain)
    ? `${untagged.replaceAll(".", "")}@gmail.com`
    : `${untagged}@${domain}`;
}

/** The form in which mail addresses are compared. */
export function normaliseMail(email: string): string {
  return email.trim().normalize("NFKC").toLowerCase();
}
