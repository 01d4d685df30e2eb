import type { ChosenOne } from "../../actions/chosen.ts";
import type { Page } from "../../actions/page.ts";
import { DomainError } from "../../domain/domain-error.ts";

/** So many are committed together. */
export const chunkSize = 100;
/** So many failures are named; the rest is counted, and still in the list. */
const mostNamed = 50;

export interface BulkOutcome {
  done: number;
  failed: number;
  /** The first of those that could not be done. */
  named: { one: ChosenOne; error: DomainError }[];
}

/**
 * Does something to each of many, a chunk at a time. What is asked of the writer at once is one commit, with a savepoint
 * for each: one that cannot be done keeps nobody else from being done. Anything but a refusal ends it, after its chunk.
 */
export async function inBulk(
  next: (cursor: string | undefined) => Promise<Page<ChosenOne>>,
  act: (one: ChosenOne) => Promise<unknown>,
  step: (count: number) => void,
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: 0, failed: 0, named: [] };
  let cursor: string | undefined;
  do {
    const page = await next(cursor);
    const results = await Promise.allSettled(page.items.map(act));
    results.forEach((result, at) => {
      const one = page.items[at];
      if (!one) return;
      if (result.status === "fulfilled") {
        outcome.done += 1;
        return;
      }
      outcome.failed += 1;
      if (!(result.reason instanceof DomainError)) return;
      if (outcome.named.length < mostNamed)
        outcome.named.push({ one, error: result.reason });
    });
    const broken = results.find(
      (result) =>
        result.status === "rejected" && !(result.reason instanceof DomainError),
    );
    if (broken?.status === "rejected") throw broken.reason;
    step(page.items.length);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return outcome;
}
