/** What some rewards and corrections come to by kind, in the order of their first; minor units. */
export function sumsByKind(
  items: readonly { kind: string; amountMinor: number }[],
): { kind: string; amountMinor: number }[] {
  const sums = new Map<string, number>();
  for (const { kind, amountMinor } of items)
    sums.set(kind, (sums.get(kind) ?? 0) + amountMinor);
  return [...sums].map(([kind, amountMinor]) => ({ kind, amountMinor }));
}
