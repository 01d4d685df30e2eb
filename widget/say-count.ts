import type { MessageKey, Say } from "./say.ts";

/** Says how many, in the form that the language has for the number: "1 new reward", "2 new rewards". A language without the form has the key alone. */
export function sayCount(say: Say, key: MessageKey, count: number): string {
  const { language } = say;
  const form = new Intl.PluralRules(language).select(count);
  const values = { count: count.toLocaleString(language) };
  return say(`${key}_${form}` as MessageKey, values) || say(key, values);
}
