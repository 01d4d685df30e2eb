import { sql } from "kysely";
import type { Config } from "./config.ts";
import { openingProblem, prepareDatabaseFile } from "./database-file.ts";
import {
  keptForServer,
  refuseNewKey,
  serverProblem,
} from "./database-server.ts";
import { holdDatabaseFile } from "./hold-database-file.ts";
import { keptMasterKey } from "./kept-secrets.ts";
import { isPostgres } from "./storage/is-postgres.ts";
import { untilReached } from "./until-reached.ts";

/** What differs from engine to engine: where secrets are kept, what may go wrong, and how it is read. */
export async function prepareEngine(config: Config) {
  const { database, masterKey, stateFolder } = config;
  if (isPostgres(database)) {
    const engine = await import("./storage/postgres/open-postgres.ts");
    const db = engine.openPostgresReader(database);
    await untilReached(() =>
      sql`select 1`.execute(db).catch(serverProblem(database)),
    );
    const keptAt = keptForServer(database, stateFolder);
    if (!masterKey)
      await refuseNewKey(keptAt, db).catch(serverProblem(database));
    return {
      masterKey: masterKey ?? keptMasterKey(keptAt),
      keptAt,
      openingProblem: serverProblem(database),
      openReader: async () => db,
    };
  }
  prepareDatabaseFile(database);
  const { holdAlone } = await import("./storage/sqlite/hold-alone.ts");
  await holdDatabaseFile(database, holdAlone).catch(openingProblem(database));
  return {
    masterKey: masterKey ?? keptMasterKey(database),
    keptAt: database,
    openingProblem: openingProblem(database),
    openReader: async () => {
      const engine = await import("./storage/sqlite/open-sqlite.ts");
      return engine.openSqliteReader(database);
    },
  };
}
