import { randomBytes } from "node:crypto";
import {
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "./make-folder.ts";
import type { Vault } from "./storage/vault.ts";

/** Something that the owner has to put right before the collector can start. */
export class SetupProblem extends Error {}

/**
 * The master key that was kept beside the database, made at the first start.
 * Throws `SetupProblem` rather than making a new one for a database that another key has sealed.
 */
export function keptMasterKey(databasePath: string): Uint8Array {
  const path = `${databasePath}.key`;
  if (!existsSync(path)) {
    if (existsSync(databasePath) && statSync(databasePath).size > 0)
      throw new SetupProblem(
        `ENISHI_MASTER_KEY: expected the key that ${databasePath} was made with, or its file ${path}, and found neither. Restore it from your backup.`,
      );
    const made = `${randomBytes(32).toString("base64")}\n`;
    keep("ENISHI_MASTER_KEY", path, () =>
      writeFileSync(path, made, { mode: 0o600, flag: "wx", flush: true }),
    );
  }
  const key = Buffer.from(readFileSync(path, "utf8").trim(), "base64");
  if (key.length === 32) return key;
  throw new SetupProblem(
    `${path}: expected 32 bytes in base64, and got ${key.length}. Restore it from your backup.`,
  );
}

/**
 * The owner's password: the one given, else the one of an earlier start, else a new one.
 * It is kept sealed beside the database, so that it has to be given only once.
 */
export function ownerPassword({
  databasePath,
  vault,
  given,
}: {
  databasePath: string;
  vault: Vault;
  given: string | null;
}): { password: string; isNew: boolean } {
  const path = `${databasePath}.owner`;
  const kept = existsSync(path)
    ? vault.decrypt(readFileSync(path, "utf8").trim())
    : null;
  const password = given ?? kept ?? randomBytes(15).toString("base64url");
  if (password !== kept) {
    const unfinished = `${path}.new`;
    keep("ENISHI_ADMIN_PASSWORD", path, () => {
      writeFileSync(unfinished, `${vault.encrypt(password)}\n`, {
        mode: 0o600,
        flush: true,
      });
      renameSync(unfinished, path);
    });
  }
  return { password, isNew: given === null && kept === null };
}

function keep(variable: string, path: string, write: () => void): void {
  try {
    makeFolder(dirname(path));
    write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SetupProblem(
      `${variable}: expected to keep it in ${path}, and got ${code}. Let this user write there; on PostgreSQL, set the variable, or name another folder in ENISHI_STATE_DIRECTORY.`,
    );
  }
}
