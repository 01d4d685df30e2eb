/** What one reward adds to what its beneficiary is due: negative where too much was paid before. Minor units. */
export interface DueItem {
  personId: string;
  amountMinor: number;
}

/**
 * Which items one payout run takes: all of a person's or none, and only where they come to the minimum, and to more than nothing.
 * `more` says that others are due whom `maxItems` left out; one person's items are never parted, so a run may hold more than that.
 */
export function payeesDue<Item extends DueItem>(
  items: readonly Item[],
  { minimumMinor, maxItems }: { minimumMinor: number; maxItems: number },
): { taken: Item[]; more: boolean } {
  const byPerson = Map.groupBy(items, ({ personId }) => personId);
  const due = [...byPerson.values()].filter(
    (own) => sumMinor(own) >= Math.max(1, minimumMinor),
  );
  const taken: Item[] = [];
  for (const [index, own] of due.entries()) {
    if (index > 0 && taken.length + own.length > maxItems)
      return { taken, more: true };
    taken.push(...own);
  }
  return { taken, more: false };
}

export function sumMinor(items: readonly { amountMinor: number }[]): number {
  return items.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
