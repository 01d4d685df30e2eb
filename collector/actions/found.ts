import { DomainError } from "../domain/domain-error.ts";

/** The row that was asked for. Throws `not_found` where there is none. */
export function found<Row>(
  row: Row | undefined,
  { expected, id }: { expected: string; id: string },
): Row {
  if (row) return row;
  throw new DomainError(
    "not_found",
    `Expected ${expected} and found nothing under "${id}".`,
  );
}
