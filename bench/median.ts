/** The middle one; of an even number the upper of the two. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Half the width of all values as a share of their median; `null` of fewer than two. */
export function spread(values: number[]): number | null {
  if (values.length < 2) return null;
  const width = Math.max(...values) - Math.min(...values);
  return width / 2 / median(values);
}

/** What so large a share of the values does not exceed. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return (
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  );
}
