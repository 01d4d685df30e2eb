import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptMasterKey, ownerPassword, SetupProblem } from "./kept-secrets.ts";
import { openVault } from "./storage/vault.ts";

let folder: string;
let databasePath: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "enishi-secrets-"));
  databasePath = join(folder, "data", "enishi.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the master key is made once, for this user's eyes alone", () => {
  const key = keptMasterKey(databasePath);
  expect(key).toHaveLength(32);
  expect(keptMasterKey(databasePath)).toEqual(key);
  expect(statSync(`${databasePath}.key`).mode & 0o777).toBe(0o600);
});

test("a database whose key is lost gets no new one", () => {
  const lone = join(folder, "lone.db");
  writeFileSync(lone, "data");
  expect(() => keptMasterKey(lone)).toThrow(SetupProblem);
  writeFileSync(`${lone}.key`, "short");
  expect(() => keptMasterKey(lone)).toThrow("32 bytes");
});

test("what can be kept nowhere is a problem of the setup, and says what to set", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const nowhere = join(file, "postgres-enishi");
  expect(() => keptMasterKey(nowhere)).toThrow(SetupProblem);
  expect(() => keptMasterKey(nowhere)).toThrow(
    /^ENISHI_MASTER_KEY: .*ENOTDIR.*ENISHI_STATE_DIRECTORY/,
  );
  const vault = openVault(new Uint8Array(32));
  expect(() =>
    ownerPassword({ databasePath: nowhere, vault, given: null }),
  ).toThrow(/^ENISHI_ADMIN_PASSWORD: .*ENOTDIR/);
});

test("the owner's password is given once or made once, and kept sealed", () => {
  const vault = openVault(keptMasterKey(databasePath));
  const made = ownerPassword({ databasePath, vault, given: null });
  expect(made.isNew).toBe(true);
  const again = ownerPassword({ databasePath, vault, given: null });
  expect(again).toEqual({ password: made.password, isNew: false });
  ownerPassword({ databasePath, vault, given: "another one" });
  const changed = ownerPassword({ databasePath, vault, given: null });
  expect(changed).toEqual({ password: "another one", isNew: false });
  expect(readFileSync(`${databasePath}.owner`, "utf8")).not.toContain(
    "another",
  );
});
