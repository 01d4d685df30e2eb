import { isIP } from "node:net";

/** What the environment says; `null` where it says nothing and the default depends on something else. */
export interface Config {
  port: number;
  host: string;
  databasePath: string;
  /** 32 bytes, or `null` for the key in the file beside the database. */
  masterKey: Uint8Array | null;
  /** Without a trailing slash; `null` for the address where it listens. */
  publicUrl: string | null;
  /** For an empty database. */
  firstSite: {
    origins: string[] | null;
    siteKey: string | null;
    secretKey: string | null;
    signingKey: string | null;
    consent: "granted" | "required";
  };
  adminPassword: string | null;
  cookieDomain: string | null;
  rateLimit: number;
  trustedProxies: number;
}

export type Parsed =
  | { config: Config; warnings: string[]; problems: null }
  | { config: null; warnings: string[]; problems: string[] };

type Environment = Record<string, string | undefined>;

/** Reads the environment; lists everything that is wrong with it at once, and never repeats a secret. */
export function parseConfig(env: Environment): Parsed {
  const problems: string[] = [];
  const warnings: string[] = [];
  const read = reader(env, problems, warnings);
  const publicUrl = read.maybe("ENISHI_PUBLIC_URL", webAddress);
  const config: Config = {
    port: read.whole("PORT", 8787, 65_535),
    host: read.maybe("HOST", hostName) ?? "127.0.0.1",
    databasePath: read.maybe("ENISHI_DATABASE", filePath) ?? "data/enishi.db",
    masterKey: read.maybe("ENISHI_MASTER_KEY", masterKey),
    publicUrl,
    firstSite: {
      origins: read.maybe("ENISHI_ORIGINS", originList),
      siteKey: read.secret("ENISHI_SITE_KEY", "pk_"),
      secretKey: read.secret("ENISHI_SECRET_KEY", "sk_"),
      signingKey: read.secret("ENISHI_SIGNING_KEY", "sig_"),
      consent: read.maybe("ENISHI_CONSENT", consent) ?? "granted",
    },
    adminPassword: read.secret("ENISHI_ADMIN_PASSWORD", ""),
    cookieDomain: read.maybe("ENISHI_COOKIE_DOMAIN", (text) =>
      cookieDomain(text, publicUrl),
    ),
    rateLimit: read.whole("ENISHI_RATE_LIMIT", 1_200, 1_000_000_000),
    trustedProxies: read.whole("ENISHI_TRUST_PROXY", 0, 20),
  };
  read.strangers();
  return problems.length
    ? { config: null, warnings, problems }
    : { config, warnings, problems: null };
}

/** A value, or what was expected instead; `isSecret` where what came must not be repeated. */
type Reading<Value> = { value: Value } | { expected: string; isSecret?: true };

/** Shorter secrets work, so that tests and demos can be short, and are warned of. */
const safeLength = 16;

function reader(env: Environment, problems: string[], warnings: string[]) {
  const known = new Set<string>();
  function maybe<Value>(
    name: string,
    parse: (text: string) => Reading<Value>,
  ): Value | null {
    known.add(name);
    const text = env[name]?.trim();
    if (!text) return null;
    const reading = parse(text);
    if ("value" in reading) return reading.value;
    const came = reading.isSecret
      ? `${text.length} characters`
      : JSON.stringify(text.slice(0, 200));
    problems.push(`${name}: expected ${reading.expected}, and got ${came}.`);
    return null;
  }
  return {
    maybe,
    whole: (name: string, otherwise: number, max: number) =>
      maybe(name, (text) => wholeNumber(text, max)) ?? otherwise,
    secret: (name: string, prefix: string) =>
      maybe(name, (text) => {
        if (text.length - prefix.length < safeLength)
          warnings.push(
            `${name} is short: take at least ${safeLength} random characters${prefix ? ` after ${prefix}` : ""} before others can reach this.`,
          );
        return secret(text, prefix);
      }),
    strangers() {
      for (const name in env) {
        if (
          name.startsWith("ENISHI_") &&
          !known.has(name) &&
          name !== "ENISHI_CHROMIUM"
        )
          warnings.push(`${name} is not known here: check its spelling.`);
      }
    },
  };
}

function wholeNumber(text: string, max: number): Reading<number> {
  const value = Number(text);
  return /^\d+$/.test(text) && value <= max
    ? { value }
    : { expected: `a whole number from 0 to ${max}` };
}

function secret(text: string, prefix: string): Reading<string> {
  const isGood = prefix
    ? text.startsWith(prefix) && /^[\w-]{4,}$/.test(text.slice(prefix.length))
    : text.length >= 4;
  if (isGood) return { value: text };
  return {
    expected: prefix
      ? `${prefix} and at least 4 of 0-9, A-Z, a-z, _ and -`
      : "at least 4 characters",
    isSecret: true,
  };
}

function hostName(text: string): Reading<string> {
  return isIP(text) || /^[\w.-]+$/.test(text)
    ? { value: text }
    : { expected: "a host name or an IP address to listen on" };
}

function filePath(text: string): Reading<string> {
  if (/^postgres(ql)?:/i.test(text))
    return {
      expected: "a file path: PostgreSQL is not supported in this version",
      isSecret: true,
    };
  return /^\w{2,}:\/\/|^:memory:$|\0/.test(text)
    ? { expected: 'a file path such as "data/enishi.db"' }
    : { value: text };
}

function masterKey(text: string): Reading<Uint8Array> {
  const value = Buffer.from(text, "base64");
  return value.length === 32 && /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
    ? { value }
    : {
        expected:
          "32 bytes in base64, as `openssl rand -base64 32` writes them",
        isSecret: true,
      };
}

function webAddress(text: string): Reading<string> {
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

function originList(text: string): Reading<string[]> {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const origins = parts.map((part) =>
    URL.canParse(part) ? new URL(part) : null,
  );
  const isGood = (url: URL | null): url is URL =>
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === "/" &&
    !url.search &&
    !url.hash &&
    !url.username;
  return origins.length && origins.every(isGood)
    ? { value: [...new Set(origins.map(({ origin }) => origin))] }
    : {
        expected:
          'a comma list of origins without paths, such as "https://shop.example,https://www.shop.example"',
      };
}

function consent(text: string): Reading<"granted" | "required"> {
  return text === "granted" || text === "required"
    ? { value: text }
    : { expected: '"granted" or "required"' };
}

/** A browser keeps a cookie only for a domain that the answering address is in. */
function cookieDomain(text: string, publicUrl: string | null): Reading<string> {
  const value = text.replace(/^\./, "").toLowerCase();
  const host = publicUrl === null ? "localhost" : new URL(publicUrl).hostname;
  const isAround = host === value || host.endsWith(`.${value}`);
  if (/^[\w-]+(\.[\w-]+)+$/.test(value) && isAround) return { value };
  return {
    expected: `a domain that the collector's own address, ${host}, is in (ENISHI_PUBLIC_URL)`,
  };
}
