/** Why somebody may be the referrer of an order that matched nobody, the best reason first. */
export const guessReasons = [
  "mistyped_code",
  "same_browser",
  "same_person",
  "near_in_time",
] as const;

export interface Guess {
  member: string;
  code: string;
  why: (typeof guessReasons)[number];
  /** When the link was followed; `null` for a typed code. */
  at: number | null;
}

/** So many guesses are worth reading. */
const mostGuesses = 5;

/** Each member once, by the best reason, then by the click nearest to the order. The order of arrival does not matter. */
export function bestGuesses(
  guesses: readonly Guess[],
  occurredAt: number,
): Guess[] {
  const distance = ({ at }: Guess) =>
    at === null ? 0 : Math.abs(occurredAt - at);
  const sorted = guesses.toSorted(
    (a, b) =>
      guessReasons.indexOf(a.why) - guessReasons.indexOf(b.why) ||
      distance(a) - distance(b) ||
      (a.member < b.member ? -1 : a.member > b.member ? 1 : 0),
  );
  return sorted
    .filter(
      ({ member }, at) =>
        sorted.findIndex((one) => one.member === member) === at,
    )
    .slice(0, mostGuesses);
}
