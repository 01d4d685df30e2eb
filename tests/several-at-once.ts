/** As many as a browser opens connections to one host. */
const most = 6;

/** Does something with each of many, several at a time: as callers come again who were not heard, and sooner done. */
export async function severalAtOnce<One>(
  many: Iterable<One>,
  act: (one: One) => Promise<unknown>,
): Promise<void> {
  const left = [...many].values();
  const next = async () => {
    for (const one of left) await act(one);
  };
  await Promise.all(Array.from({ length: most }, next));
}
