/** A language that screens and pages speak, as BCP 47 names it. */
export type Language = "ja" | "en" | "ko" | "zh-Hans" | "zh-Hant";

/** `zh` alone means the simplified signs, which come before the traditional ones. */
const languages: Language[] = ["ja", "en", "ko", "zh-Hans", "zh-Hant"];

/** The language that answers a BCP 47 tag: `ko-KR` is `ko`, `zh-HK` is written in traditional signs. */
export function spoken(tag: string): Language | undefined {
  if (/^zh[-_](hant|tw|hk|mo)/i.test(tag)) return "zh-Hant";
  const [wish] = tag.toLowerCase().split(/[-_]/);
  return languages.find((language) => language.split("-")[0] === wish);
}
