import { isIP } from "node:net";
import { originOf } from "./domain/origin-of.ts";
import { isPostgres } from "./storage/is-postgres.ts";

/** A value, or what was expected instead; `isSecret` where what came must not be repeated. */
export type Reading<Value> =
  | { value: Value }
  | { expected: string; isSecret?: true };

export function wholeNumber(text: string, max: number): Reading<number> {
  const value = Number(text);
  return /^\d+$/.test(text) && value <= max
    ? { value }
    : { expected: `a whole number from 0 to ${max}` };
}

/** A secret without a prefix is its owner's own choice: a short one is warned of, and taken. */
export function secret(text: string, prefix: string): Reading<string> {
  const isGood =
    !prefix ||
    (text.startsWith(prefix) && /^[\w-]{4,}$/.test(text.slice(prefix.length)));
  if (isGood) return { value: text };
  return {
    expected: `${prefix} and at least 4 of 0-9, A-Z, a-z, _ and -`,
    isSecret: true,
  };
}

export function hostName(text: string): Reading<string> {
  return isIP(text) || /^[\w.-]+$/.test(text)
    ? { value: text }
    : { expected: "a host name or an IP address to listen on" };
}

/** A file's path, or the address of a database of PostgreSQL, which may hold a password. */
export function database(text: string): Reading<string> {
  if (/^postgres(ql)?:/i.test(text)) {
    const url = URL.canParse(text) ? new URL(text) : null;
    return isPostgres(text) && url && /^\/[^/]+$/.test(url.pathname)
      ? { value: text }
      : {
          expected:
            'an address such as "postgres://user:password@host:5432/enishi"',
          isSecret: true,
        };
  }
  if (!isAddress(text) && text !== ":memory:" && !text.includes("\0"))
    return { value: text };
  return {
    expected: 'a file path such as "data/enishi.db"',
    // As another server's address may be.
    ...(text.includes("@") ? { isSecret: true } : {}),
  };
}

/** Where files are kept; whether it can be written to shows when something is. */
export function folder(text: string): Reading<string> {
  return isAddress(text) || text.includes("\0")
    ? { expected: 'a folder such as "/var/lib/enishi"' }
    : { value: text };
}

/** Taken for a path, `file:/data/enishi.db` would be a folder `file:` here. One letter is a drive. */
function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(text);
}

export function masterKey(text: string): Reading<Uint8Array> {
  const value = Buffer.from(text, "base64");
  return value.length === 32 && /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
    ? { value }
    : {
        expected:
          "32 bytes in base64, as `openssl rand -base64 32` writes them",
        isSecret: true,
      };
}

export function webAddress(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isGood =
    url &&
    /^https?:$/.test(url.protocol) &&
    !url.search &&
    !url.hash &&
    !url.username;
  return isGood
    ? { value: url.href.replace(/\/+$/, "") }
    : { expected: 'an address such as "https://ref.shop.example"' };
}

export function originList(text: string): Reading<string[]> {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const origins = parts.flatMap((part) => originOf(part) ?? []);
  return origins.length && origins.length === parts.length
    ? { value: [...new Set(origins)] }
    : {
        expected:
          'a comma list of origins without paths, such as "https://shop.example,https://www.shop.example"',
      };
}

export function consent(text: string): Reading<"granted" | "required"> {
  return text === "granted" || text === "required"
    ? { value: text }
    : { expected: '"granted" or "required"' };
}

/** A browser keeps a cookie only for a domain that the answering address is in. */
export function cookieDomain(
  text: string,
  publicUrl: string | null,
): Reading<string> {
  const value = text.replace(/^\./, "").toLowerCase();
  const host = publicUrl === null ? "localhost" : new URL(publicUrl).hostname;
  const isAround = host === value || host.endsWith(`.${value}`);
  if (/^[\w-]+(\.[\w-]+)+$/.test(value) && isAround) return { value };
  return {
    expected: `a domain that the collector's own address, ${host}, is in (ENISHI_PUBLIC_URL)`,
  };
}
