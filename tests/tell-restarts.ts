/** From a kill to ready again. Told and not asserted: a busy machine fails no test. */
export function tellRestarts(millis: number[]): void {
  const [first = 0, ...rest] = millis.map(Math.round).sort((a, b) => a - b);
  const longest = rest.at(-1) ?? first;
  const middle = [first, ...rest][Math.floor(millis.length / 2)];
  process.stdout.write(
    `ready again after SIGKILL: ${millis.length} times, median ${middle} ms, longest ${longest} ms\n`,
  );
}
