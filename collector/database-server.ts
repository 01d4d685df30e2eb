import { existsSync } from "node:fs";
import { join } from "node:path";
import { SetupProblem } from "./kept-secrets.ts";
import { isOfCertificates } from "./storage/certificate-problem.ts";
import { isNewerSchema } from "./storage/newer-schema.ts";
import type { Database } from "./storage/storage.ts";

/** Where the secrets of a database on a server are kept: there is no file beside which they could lie. */
export function keptForServer(address: string, folder: string): string {
  const name = decodeURIComponent(new URL(address).pathname.slice(1));
  return join(folder, `postgres-${name.replace(/[^\w-]/g, "_")}`);
}

/** Throws `SetupProblem` where a database is in use already and nobody has said its key: a new one would open nothing. */
export async function refuseNewKey(
  keptAt: string,
  db: Database,
): Promise<void> {
  const path = `${keptAt}.key`;
  if (existsSync(path) || !(await isFurnished(db))) return;
  throw new SetupProblem(
    `ENISHI_MASTER_KEY: expected the key that this database was made with, or its file ${path}, and found neither. All collectors of one database need the same. If the file lies elsewhere, name its folder in ENISHI_STATE_DIRECTORY.`,
  );
}

async function isFurnished(db: Database): Promise<boolean> {
  const noSuchTable = "42P01";
  const rows = await db
    .selectFrom("sites")
    .select("id")
    .limit(1)
    .execute()
    .catch((error: Error & { code?: unknown }) => {
      if (error.code === noSuchTable) return [];
      throw error;
    });
  return rows.length > 0;
}

/** What the server, or the way to it, says at the start. What may pass by itself is no problem of the setup. */
export function serverProblem(address: string) {
  return (error: Error & { code?: unknown }): never => {
    if (error instanceof SetupProblem) throw error;
    if (isNewerSchema(error))
      throw new SetupProblem(`ENISHI_DATABASE: ${error.message}.`);
    const cause = (error.cause ?? error) as Error & { code?: unknown };
    const code = String(cause.code ?? "");
    const { host } = new URL(address);
    const said = `ENISHI_DATABASE: expected a database of PostgreSQL on ${host} that this user may use, and got ${code}: ${cause.message}`;
    if (isForSomebodyToMend(cause)) throw new SetupProblem(`${said}.`);
    throw new Error(said, { cause });
  };
}

/** A wrong password or name, no rights, too old; a certificate whose file is not there, or that is not trusted. */
function isForSomebodyToMend(error: Error): boolean {
  const { code = "", syscall } = error as NodeJS.ErrnoException;
  // A machine that has just started may not have the time yet.
  if (isOfCertificates(error)) return code !== "CERT_NOT_YET_VALID";
  // A file of certificates. The server's socket, which is connected to, comes with the server.
  if (syscall === "open") return true;
  return /^(28|3D000|42501|UNFIT)/.test(code);
}
