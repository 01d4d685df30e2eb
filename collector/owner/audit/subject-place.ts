const places: Record<string, (id: string) => string> = {
  mem: (id) => `/owner/members/${encodeURIComponent(id)}`,
  cnv: (id) => `/owner/orders/${encodeURIComponent(id)}`,
};

/** Where what was changed can be seen; `null` where it has no page of its own. */
export function subjectPlace(subject: string): string | null {
  const [prefix = ""] = subject.split("_");
  return Object.hasOwn(places, prefix)
    ? (places[prefix]?.(subject) ?? null)
    : null;
}
