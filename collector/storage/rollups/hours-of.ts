export const hourMs = 3_600_000;

/** From `from` up to, not including, `to`. */
export interface Span {
  from: number;
  to: number;
}

/** The whole hours in a span, and what is left of it on either side. */
export function hoursOf({ from, to }: Span): { whole: Span; edges: Span[] } {
  const first = nextHour(from);
  const last = hourOf(to);
  if (first > last)
    return { whole: { from: first, to: first }, edges: [{ from, to }] };
  const edges = [
    { from, to: first },
    { from: last, to },
  ];
  return {
    whole: { from: first, to: last },
    edges: edges.filter((edge) => edge.from < edge.to),
  };
}

export function hourOf(at: number): number {
  return Math.floor(at / hourMs) * hourMs;
}

/** Where an hour begins that is not before `at`. */
export function nextHour(at: number): number {
  return Math.ceil(at / hourMs) * hourMs;
}
