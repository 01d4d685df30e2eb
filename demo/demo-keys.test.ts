import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demoKeys } from "./demo-keys.ts";

const folder = () => mkdtempSync(join(tmpdir(), "enishi-demo-"));

test("first-run keys are made once and kept for this user alone", () => {
  const path = join(folder(), "data", "demo-keys.json");
  const keys = demoKeys(path);
  expect(keys.siteKey).toMatch(/^pk_\w{16,}$/);
  expect(keys.secretKey).toMatch(/^sk_\w{32,}$/);
  expect(keys.signingKey).toMatch(/^sig_\w{32,}$/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(demoKeys(path)).toEqual(keys);
});

test("a broken file of keys is named, not replaced", () => {
  const path = join(folder(), "demo-keys.json");
  for (const text of ["{", "{}", "null"]) {
    writeFileSync(path, text);
    expect(() => demoKeys(path)).toThrow(/Expected siteKey in .*demo-keys/);
  }
});
