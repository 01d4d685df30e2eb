/**
 * Asks once for all who want to know in the same turn of the event loop. None of them is told what was so before they
 * asked: the question goes out when the turn is over.
 */
export function oncePerTurn<Answer>(
  ask: () => Promise<Answer>,
): () => Promise<Answer> {
  let next: Promise<Answer> | null = null;
  return () => {
    next ??= new Promise((resolve) => {
      setImmediate(() => {
        next = null;
        resolve(ask());
      });
    });
    return next;
  };
}
