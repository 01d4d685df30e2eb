/** The form in which codes are stored and compared: 4 to 20 of A-Z and 0-9. */
const codePattern = /^[0-9A-Z]{4,20}$/;

/**
 * Brings a code as typed, pasted or read from a URL into its one stored form.
 *
 * Full-width characters from a Japanese keyboard, lower case, spaces, hyphens
 * and the long-vowel marks that stand in for hyphens are all forgiven. Answers
 * `null` where what is left is not shaped like a code.
 *
 * @example normaliseCode("７ｋ９ｍ−２ｑｘｂ") // "7K9M2QXB"
 */
export function normaliseCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .replace(/[\s\-‐-―−ー_]/g, "")
    .toUpperCase();
  return codePattern.test(code) ? code : null;
}
