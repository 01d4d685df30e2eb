/** Words and money in one language. */
export interface Say<Key extends string = string> {
  (key: Key, values?: Record<string, string>): string;
  language: string;
  /** The owner's own words for a key, also one that no language file has, such as a stage's name. */
  own(key: string): string;
  money(amountMinor: number, currency: string): string;
}

/** How to say things by the words loaded so far; the owner's texts beat every key, but never blank one out. */
export function sayer<Key extends string>(
  language: string,
  words: Partial<Record<Key, string>>,
  texts: Record<string, unknown> = {},
): Say<Key> {
  const own = (key: string) => {
    const text = texts[key];
    return typeof text === "string" ? text.trim() : "";
  };
  const say = (key: Key, values: Record<string, string> = {}) =>
    (own(key) || words[key] || "").replace(
      /\{(\w+)\}/g,
      (_, name) => values[name] ?? "",
    );
  return Object.assign(say, {
    language,
    own,
    money(amountMinor: number, currency: string) {
      const format = new Intl.NumberFormat(language, {
        style: "currency",
        currency,
        // "300円" and "300日元" read better than "￥300", and "¥300" better than "300 Japanese yen".
        currencyDisplay: /^(ja|zh)/.test(language) ? "name" : "symbol",
        trailingZeroDisplay: "stripIfInteger",
      });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
      return format.format(amountMinor / 10 ** digits);
    },
  });
}
