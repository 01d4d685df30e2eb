/**
 * Given to a work that runs beside others of its group: none of them sees what the others write before all of it is
 * written, so each makes sure that it depends on nothing of theirs.
 */
export interface Beside {
  /** Takes these names for itself. Where another has one of them it runs anew, alone, when the others have ended. */
  claim(names: string[]): void;
  /** Runs anew, alone, when the others have ended: so may who has not written anything yet. */
  leave(): never;
  /** Resolves when no other is under way: from here on this work sees all that others have written, and goes on alone. */
  turn(): Promise<void>;
}

/** Thrown by a work that wants to run alone. */
export class RunsAlone extends Error {}

/** Runs works beside one another, each to its end or to where it waits for its turn; turns come in the order of the works. */
export function runBeside<Value>(
  works: ((beside: Beside) => Promise<Value>)[],
): Promise<PromiseSettledResult<Value>[]> {
  const names = new Set<string>();
  const waiting: { index: number; go(): void }[] = [];
  let running = works.length;

  /** One of them has ended, or waits. */
  const pause = () => {
    running -= 1;
    if (running) return;
    waiting.sort((one, other) => other.index - one.index);
    const next = waiting.pop();
    if (!next) return;
    running = 1;
    next.go();
  };
  const leave = () => {
    throw new RunsAlone("It wants to run alone.");
  };
  const besides = (index: number): Beside => {
    let turn: Promise<void> | undefined;
    return {
      claim(claimed) {
        if (claimed.some((name) => names.has(name))) leave();
        for (const name of claimed) names.add(name);
      },
      leave,
      turn() {
        turn ??= new Promise((go) => {
          waiting.push({ index, go });
          pause();
        });
        return turn;
      },
    };
  };
  return Promise.allSettled(
    works.map((run, index) => run(besides(index)).finally(pause)),
  );
}
