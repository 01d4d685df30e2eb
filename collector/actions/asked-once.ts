import type { Reading } from "./work.ts";

/** Answers by what was asked, for each object that stands for the rules. */
const answers = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Asks for what only owners change, such as programmes, endpoints and whether a site is a trial, once for as long as
 * `rules` is the same object: every order needs them. Where there is no such object, it is asked for each time.
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
