/** What `/metrics` tells. */
export interface Counters {
  events: { accepted: number; duplicate: number; refused: number };
  /** Answers by status. */
  answers: Map<number, number>;
}

export function newCounters(): Counters {
  return {
    events: { accepted: 0, duplicate: 0, refused: 0 },
    answers: new Map(),
  };
}

export function countAnswer({ answers }: Counters, status: number): void {
  answers.set(status, (answers.get(status) ?? 0) + 1);
}
