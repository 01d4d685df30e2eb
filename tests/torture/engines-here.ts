import { spawnSync } from "node:child_process";
import Sqlite from "better-sqlite3";
import { coverage, engines } from "../e2e/engines.ts";
import { startEmbeddedServer } from "../postgres/embedded-server.ts";
import { onServer } from "../postgres/provide-server.ts";

/** On what the long runs are run, and on what they are not: a line for the servers and a line for the browsers. */
export async function enginesHere(): Promise<string[]> {
  const sqlite = new Sqlite(":memory:")
    .prepare("select sqlite_version()")
    .pluck()
    .get();
  const browsers = engines.flatMap(({ path }) => (path ? [version(path)] : []));
  return [
    `Node ${process.version}, SQLite ${sqlite}, ${await postgres()}, ${browsers.join(", ")}.`,
    coverage(engines),
  ];
}

/** The server that the tests take. */
async function postgres(): Promise<string> {
  const given = process.env.ENISHI_TEST_POSTGRES;
  try {
    const own = given ? null : await startEmbeddedServer();
    const [row] = await onServer<{ server_version: string }>(
      given ?? own?.url ?? "",
      "show server_version",
    );
    await own?.stop();
    return `PostgreSQL ${row?.server_version}`;
  } catch (error) {
    return `no PostgreSQL (${error instanceof Error ? error.message : error})`;
  }
}

function version(path: string): string {
  const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
  return stdout?.trim() || path;
}
