/**
 * What a work is given that runs at the same time as others of its group, in one transaction. None of them sees what the
 * others write before all of it is written, so each has to make sure that it depends on nothing of theirs.
 */
export interface Beside {
  /** Takes these names for this work. Where another work has one of them, this one is stopped, and run anew after the others, alone. */
  claim(names: string[]): void;
  /** Stops this work, to be run anew after the others, alone. Only for one that has not written anything yet. */
  leave(): never;
  /** Resolves when no other work is under way: from here on this one sees all that they have written, and goes on alone. */
  turn(): Promise<void>;
}

/** Thrown by a work that wants to run alone. */
export class RunsAlone extends Error {}

/** Runs works at the same time, each to its end or to where it waits for its turn. Turns are given one after another, in the order of the works. */
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
