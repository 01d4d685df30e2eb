/** Where a page of a list begins, and how long it is. */
import { z } from "zod";
import { matching, says } from "./fields.ts";

const limitWords = says("a whole number from 1 to 200");
export const limit = z.exactOptional(
  z
    .string(limitWords)
    .regex(/^([1-9]\d?|1\d\d|200)$/, limitWords)
    .transform(Number),
);

/** The two fields of a list whose ids begin so: a cursor is the id of the item that the last page ended with. */
export function pagingBy(...prefixes: string[]) {
  const ids = new RegExp(`^(${prefixes.join("|")})_[\\w-]{1,60}$`);
  return {
    cursor: z.exactOptional(
      matching(ids, "the next of this list's page before, unchanged"),
    ),
    limit,
  };
}

export function pagingQuery(...prefixes: string[]) {
  return z.strictObject(pagingBy(...prefixes));
}
