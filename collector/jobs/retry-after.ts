/** What a `Retry-After` header asks for, seconds or a date, in milliseconds from now; `null` where it asks nothing. */
export function retryAfterMs(
  header: string | null,
  now: number,
): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
