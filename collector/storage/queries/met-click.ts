import type { Database } from "../storage.ts";

/** Two clocks on one device may differ by so much. */
const toleranceMs = 5 * 60_000;

/** A code's counted click by its id, or else the one of about that time. */
export async function selectMetClick(
  db: Database,
  {
    siteId,
    code,
    click,
    at,
  }: { siteId: string; code: string; click: string | null; at: number },
) {
  const counted = db
    .selectFrom("clicks")
    .select(["id", "at", "visitor"])
    .where("site_id", "=", siteId)
    .where("code", "=", code)
    .where("bot", "=", 0);
  const named =
    click === null
      ? undefined
      : await counted.where("id", "=", click).executeTakeFirst();
  return (
    named ??
    (await counted
      .where("at", ">=", at - toleranceMs)
      .where("at", "<=", at + toleranceMs)
      .orderBy("at")
      .limit(1)
      .executeTakeFirst())
  );
}
