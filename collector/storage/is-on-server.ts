import { PostgresAdapter } from "kysely";
import type { Database } from "./storage.ts";

/** Whether this is PostgreSQL, where every statement is a trip to another process. */
export function isOnServer(db: Database): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
