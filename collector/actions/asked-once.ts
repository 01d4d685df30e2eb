import type { Reading } from "./work.ts";

const answers = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Asks for what only owners change, such as programmes, endpoints and whether a site is a trial, once for as long as
 * `rules` stands for: every order needs them. Each time where nobody has said how long that is.
 */
export function askedOnce<Answer>(
  { rules }: Reading,
  what: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  if (!rules) return ask();
  const known = answers.get(rules) ?? new Map<string, Promise<unknown>>();
  answers.set(rules, known);
  let answer = known.get(what) as Promise<Answer> | undefined;
  if (!answer) {
    answer = ask();
    known.set(what, answer);
    // A failure is no answer: whoever comes next asks again.
    answer.catch(() => known.delete(what));
  }
  return answer;
}
