import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface DemoKeys {
  siteKey: string;
  secretKey: string;
  signingKey: string;
  adminPassword: string;
}

/** The demo's keys: made once, kept in `file` for nobody but this user, so that a second start fits the same data. */
export function demoKeys(file: string): DemoKeys {
  const kept = read(file);
  if (kept) return kept;
  const keys = {
    siteKey: `pk_${secret(12)}`,
    secretKey: `sk_${secret(24)}`,
    signingKey: `sig_${secret(32)}`,
    adminPassword: secret(9),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}

function read(file: string): DemoKeys | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const keys = parse(text);
  for (const name of ["siteKey", "secretKey", "signingKey", "adminPassword"]) {
    if (typeof keys?.[name] === "string") continue;
    throw new Error(
      `Expected ${name} in ${file} and found none. Mend the file, or remove it together with the database beside it.`,
    );
  }
  return keys as unknown as DemoKeys;
}

function parse(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function secret(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}
