const everyMs = 1_000;

/**
 * Lets the first through at once, and what comes within the next second as a count at its end, so that nothing floods a log.
 *
 * @param rest is told how many more there were
 */
export function onceASecond(
  rest: (count: number) => void,
): (first: () => void) => void {
  let more = 0;
  let isQuiet = false;
  const startQuiet = () => {
    isQuiet = true;
    setTimeout(() => {
      isQuiet = false;
      if (!more) return;
      rest(more);
      more = 0;
      startQuiet();
    }, everyMs).unref();
  };
  return (first) => {
    if (isQuiet) {
      more += 1;
      return;
    }
    first();
    startQuiet();
  };
}
