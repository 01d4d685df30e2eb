import { existsSync, readFileSync } from "node:fs";
import type { Reading } from "./actions/work.ts";
import type { Config } from "./config.ts";
import { ownerPassword } from "./kept-secrets.ts";
import { isPostgres } from "./storage/is-postgres.ts";

/** The owner's password, and the line that tells it where it is new. */
export function openOwner(
  keptAt: string,
  { adminPassword, database }: Config,
  { vault }: Reading,
) {
  // Each collector of a server's database is told the password; a file would be on one machine alone.
  if (adminPassword !== null && isPostgres(database))
    return { password: adminPassword, line: [] };
  const { password, isNew } = ownerPassword({
    databasePath: keptAt,
    vault,
    given: adminPassword,
  });
  return { password, line: isNew ? [`Owner password: ${password}`] : [] };
}

/** The inline stub that the owner's snippets carry; empty where nothing was built. */
export function stubCode(browserFiles: string): string {
  const path = `${browserFiles}/stub.js`;
  return existsSync(path) ? readFileSync(path, "utf8").trim() : "";
}
