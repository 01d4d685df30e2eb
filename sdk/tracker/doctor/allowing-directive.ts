interface Violation {
  effectiveDirective: string;
  originalPolicy: string;
}

/**
 * The whole directive that lets the origin through a policy. A directive of
 * its own replaces what the fallback allows, so it repeats that: a page that
 * adds the origin alone shuts itself out.
 */
export function allowingDirective(
  { effectiveDirective, originalPolicy }: Violation,
  origin: string,
): string {
  const policy = new Map<string, string[]>();
  for (const part of originalPolicy.split(";")) {
    const [name = "", ...sources] = part.trim().split(/\s+/);
    const key = name.toLowerCase();
    // The first of a name is the one that counts.
    if (key && !policy.has(key)) policy.set(key, sources);
  }
  const general = effectiveDirective.replace(/-(elem|attr)$/, "");
  const name = policy.has(effectiveDirective) ? effectiveDirective : general;
  const sources = policy.get(name) ?? policy.get("default-src") ?? [];
  const kept = sources
    .filter((source) => source.toLowerCase() !== "'none'")
    // Made anew for each answer of the shop's.
    .map((source) => source.replace(/^('nonce-).*/i, "$1…'"));
  return [name, ...kept, origin].join(" ");
}
