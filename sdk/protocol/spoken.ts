/** A language that screens and pages speak, as BCP 47 names it. */
export type Language = "ja" | "en" | "ko" | "zh-Hans" | "zh-Hant";

/** The language of a table that answers a BCP 47 tag: `ko-KR` is `ko`, `zh-HK` is written in traditional signs, and `zh` alone in the first that the table has. */
export function spoken(
  tag: string,
  table: Record<Language, unknown>,
): Language | undefined {
  if (/^zh[-_](hant|tw|hk|mo)/i.test(tag)) return "zh-Hant";
  const [wish] = tag.toLowerCase().split(/[-_]/);
  return (Object.keys(table) as Language[]).find(
    (language) => language.split("-")[0] === wish,
  );
}
