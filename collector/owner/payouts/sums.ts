import type { View } from "../pages/view.ts";

export function people({ words, formats }: View, n: number): string {
  return n === 1
    ? words.payouts.person
    : words.payouts.people(formats.count(n));
}
