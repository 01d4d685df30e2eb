import { compiledOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";

const selectDecisionsQuery = compiledOnce<{ made: number | string }>((db) =>
  db.selectFrom("decisions").select("made"),
);

/** Whatever decides something, money above all, raises this number in its own transaction. */
export async function selectDecisions(db: Database): Promise<string> {
  return String((await selectDecisionsQuery(db, [])).rows[0]?.made);
}
