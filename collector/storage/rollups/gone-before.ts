import type { Database } from "../storage.ts";

/** From when on single events and clicks are kept, always at a full hour; 0 for ever. */
export async function goneBefore(
  db: Database,
): Promise<{ events: number; clicks: number }> {
  const rows = await db.selectFrom("retention").selectAll().execute();
  const of = (what: "events" | "clicks") =>
    rows.find((row) => row.what === what)?.gone_before ?? 0;
  return { events: of("events"), clicks: of("clicks") };
}
