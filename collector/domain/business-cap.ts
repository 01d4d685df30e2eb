import { rateOf } from "./money.ts";
import type { Cap } from "./program.ts";

export type CapName = "cap_of_gross" | "cap_fixed";

/**
 * The most that one person may get: the lower of a share of gross profit and a fixed amount, and which of the two it is
 * (both, where they are equal). `null` is no cap; a share of an unknown gross profit (`null`) limits nothing.
 */
export function businessCap(
  cap: Cap | null | undefined,
  grossMinor: number | null,
): { capMinor: number | null; by: CapName[] } {
  const limits: { name: CapName; minor: number }[] = [];
  if (cap?.ofGrossBps !== undefined && grossMinor !== null) {
    const minor = rateOf(grossMinor, cap.ofGrossBps);
    limits.push({ name: "cap_of_gross", minor });
  }
  if (cap?.fixedMinor !== undefined) {
    limits.push({ name: "cap_fixed", minor: cap.fixedMinor });
  }
  if (limits.length === 0) return { capMinor: null, by: [] };

  const capMinor = Math.min(...limits.map((limit) => limit.minor));
  const lowest = limits.filter((limit) => limit.minor === capMinor);
  return { capMinor, by: lowest.map((limit) => limit.name) };
}
