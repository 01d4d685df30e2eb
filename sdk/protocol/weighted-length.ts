/** What X counts any URL as. */
export const weightedUrlLength = 23;

/** Most that one post on X may weigh. */
export const maxWeightedLength = 280;

/**
 * The length of a text as X counts it: Latin and general punctuation weigh 1,
 * everything else 2 (configuration v2 of twitter-text). Emoji that are joined
 * from several are counted apart, so this is never less than X counts. URLs
 * are not looked for: the link travels apart and weighs `weightedUrlLength`.
 *
 * @example weightedLength("PR 友だち") // 9
 */
export function weightedLength(text: string): number {
  return text.replace(
    /[^\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/gu,
    "22",
  ).length;
}
