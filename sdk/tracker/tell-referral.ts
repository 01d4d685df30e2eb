import type { Referral } from "./calls.ts";
import { inTime } from "./in-time.ts";
import { keepTyped } from "./keep-typed.ts";
import type { Core } from "./on-demand.ts";

/** Who sent this visitor; with a code that they typed, that one from now on, if the collector knows it. */
export async function tellReferral(
  core: Core,
  typed?: string,
): Promise<Referral | null> {
  if (typed) await keepTyped(core, typed);
  const touch = core.lastTouch();
  const known = touch && (await inTime(core.check(touch.code)));
  return (known || null) as Referral | null;
}
