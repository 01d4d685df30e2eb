/** What codes are made of; `newCode` has the same. */
const alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";
const codeLength = 8;

/**
 * The codes that somebody may have meant who typed one wrong symbol, one too many, one too few, or two in the wrong order.
 * None where what was typed is not nearly as long as a code.
 */
export function codesNear(typed: string): string[] {
  const raw = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
  const symbols = [...raw];
  const found = new Set<string>();
  const consider = (code: string[]) => found.add(code.join(""));
  if (symbols.length === codeLength)
    for (const at of symbols.keys()) {
      for (const symbol of alphabet) consider(symbols.with(at, symbol));
      if (at > 0)
        consider(
          symbols.toSpliced(at - 1, 2, raw[at] ?? "", raw[at - 1] ?? ""),
        );
    }
  if (symbols.length === codeLength + 1)
    for (const at of symbols.keys()) consider(symbols.toSpliced(at, 1));
  if (symbols.length === codeLength - 1)
    for (let at = 0; at <= symbols.length; at++)
      for (const symbol of alphabet) consider(symbols.toSpliced(at, 0, symbol));
  found.delete(raw);
  return [...found].filter(isCode);
}

function isCode(text: string): boolean {
  return [...text].every((symbol) => alphabet.includes(symbol));
}
