const places: Record<string, (id: string) => string> = {
  mem: (id) => `/owner/members/${encodeURIComponent(id)}`,
  cnv: (id) => `/owner/orders/${encodeURIComponent(id)}`,
};

/** Where what was changed can be seen; `null` where it has no page of its own. */
export function subjectPlace(subject: string): string | null {
  const rules = versionIn(subject);
  if (rules) {
    const program = new URLSearchParams({ program: rules.program });
    return `/owner/program/versions/${rules.version}?${program}`;
  }
  const [prefix = ""] = subject.split("_");
  return Object.hasOwn(places, prefix)
    ? (places[prefix]?.(subject) ?? null)
    : null;
}

/** Which version of which programme was published, where that is what was changed. */
export function versionIn(
  subject: string,
): { program: string; version: number } | null {
  const [, program, version] = /^(\S+) version (\d+)$/.exec(subject) ?? [];
  return program === undefined ? null : { program, version: Number(version) };
}
