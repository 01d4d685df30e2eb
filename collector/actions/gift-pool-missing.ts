import { giftsGiven } from "../domain/gift-values.ts";
import type { Program } from "../domain/program.ts";
import type { Warning } from "../domain/warning.ts";
import { selectPoolsFor } from "../storage/queries/gifts.ts";
import type { Reading } from "./work.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Warns of gifts that would wait for ever: their step has pools, and none with codes of what would be given. A step
 * without a pool needs none. A boost is looked at as long as a touch from its days still counts.
 */
export async function giftPoolMissing(
  { db, now }: Pick<Reading, "db" | "now">,
  { siteId, program }: { siteId: string; program: Program },
): Promise<Warning[]> {
  const { windowDays } = program.attribution;
  const boosts = program.boosts.filter(
    ({ to }) => to + windowDays * dayMs > now(),
  );
  const warnings: Warning[] = [];
  for (const step of program.steps)
    for (const side of ["referrer", "friend"] as const) {
      const pools = await selectPoolsFor(db, {
        site_id: siteId,
        program_id: program.id,
        step_on: step.on,
        side,
      });
      if (!pools.length) continue;
      const isHeld = (valueMinor: number) =>
        pools.some(
          (pool) =>
            pool.value_minor === valueMinor &&
            pool.currency === program.currency,
        );
      const missing = giftsGiven({ ...program, boosts }, step, side).find(
        ({ valueMinor }) => !isHeld(valueMinor),
      );
      if (missing) warnings.push(warning({ ...missing, side }));
    }
  return warnings;
}

function warning(missing: {
  side: string;
  valueMinor: number;
  where: string;
}): Warning {
  const { side, valueMinor, where } = missing;
  return {
    code: "gift_pool_missing",
    message: `${where} would give the ${side} a gift of ${valueMinor}, and no pool of the step has codes of ${valueMinor}: it would wait. Open such a pool, or give what a pool has.`,
  };
}
