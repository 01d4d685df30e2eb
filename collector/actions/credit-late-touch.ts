import { selectUncredited } from "../storage/queries/conversions.ts";
import { creditConversion } from "./credit-conversion.ts";
import type { Work } from "./work.ts";

/** How long after an order its click may still arrive: beacons and servers race each other. */
const graceMs = 10 * 60 * 1000;

/** Credits the orders of a browser that arrived before the click that led to them. */
export async function creditLateTouch(
  work: Work,
  touch: { siteId: string; visitor: string; at: number },
): Promise<void> {
  const uncredited = await selectUncredited(
    work.db,
    touch.siteId,
    touch.visitor,
    work.now() - graceMs,
  );
  for (const row of uncredited)
    if (touch.at <= row.occurred_at) await creditConversion(work, row, row);
}
