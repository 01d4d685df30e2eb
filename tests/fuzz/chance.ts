import { randomFrom } from "../random-from.ts";

export interface Chance {
  /** A whole number from 0, below the limit. */
  below(limit: number): number;
  of<One>(list: readonly One[]): One;
  /** True once in so many times. */
  one(inSoMany: number): boolean;
}

export function chanceFrom(seed: number): Chance {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    below,
    of: <One>(list: readonly One[]) => list[below(list.length)] as One,
    one: (inSoMany) => below(inSoMany) === 0,
  };
}
