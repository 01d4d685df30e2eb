import {
  consent,
  cookieDomain,
  database,
  folder,
  hostName,
  masterKey,
  originList,
  type Reading,
  secret,
  webAddress,
  wholeNumber,
} from "./environment-values.ts";

/** What the environment says; `null` where it says nothing and the default depends on something else. */
export interface Config {
  port: number;
  host: string;
  /** A file's path, or `postgres://...`. */
  database: string;
  /** What is kept beside a SQLite file is kept in this folder where the database is a server's. */
  stateFolder: string;
  /** 32 bytes, or `null` for the key in the file beside the database. */
  masterKey: Uint8Array | null;
  /** Without a trailing slash; `null` for the address where it listens. */
  publicUrl: string | null;
  /** For an empty database. */
  firstSite: {
    origins: string[] | null;
    /** Also for a site that exists. */
    updatesOrigins: boolean;
    siteKey: string | null;
    secretKey: string | null;
    signingKey: string | null;
    consent: "granted" | "required";
  };
  adminPassword: string | null;
  /** For how many days single events and clicks are kept at least; 0 for ever. */
  keepEventsDays: number;
  cookieDomain: string | null;
  rateLimit: number;
  siteRateLimit: number;
  /** How long a stop goes on answering, while `/readyz` already says no. */
  drainSeconds: number;
  trustedProxies: number;
  /** Whether webhooks may go to addresses of this machine and network. */
  webhooksAllowPrivate: boolean;
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
    database: read.maybe("ENISHI_DATABASE", database) ?? "data/enishi.db",
    stateFolder:
      read.maybe("ENISHI_STATE_DIRECTORY", folder) ??
      // As systemd says it to a unit that has one; of several, the first.
      (env.STATE_DIRECTORY?.split(":")[0] || "data"),
    masterKey: read.maybe("ENISHI_MASTER_KEY", masterKey),
    publicUrl,
    firstSite: {
      origins: read.maybe("ENISHI_ORIGINS", originList),
      updatesOrigins: read.whole("ENISHI_ORIGINS_UPDATE", 0, 1) > 0,
      siteKey: read.secret("ENISHI_SITE_KEY", "pk_"),
      secretKey: read.secret("ENISHI_SECRET_KEY", "sk_"),
      signingKey: read.secret("ENISHI_SIGNING_KEY", "sig_"),
      consent: read.maybe("ENISHI_CONSENT", consent) ?? "granted",
    },
    adminPassword: read.secret("ENISHI_ADMIN_PASSWORD", ""),
    keepEventsDays: read.whole("ENISHI_KEEP_EVENTS_DAYS", 0, 36_500),
    cookieDomain: read.maybe("ENISHI_COOKIE_DOMAIN", (text) =>
      cookieDomain(text, publicUrl),
    ),
    rateLimit: read.whole("ENISHI_RATE_LIMIT", 1_200, 1_000_000_000),
    siteRateLimit: read.whole("ENISHI_SITE_RATE_LIMIT", 0, 1_000_000_000),
    drainSeconds: read.whole("ENISHI_DRAIN_SECONDS", 0, 5),
    trustedProxies: read.whole("ENISHI_TRUST_PROXY", 0, 20),
    webhooksAllowPrivate: read.whole("ENISHI_WEBHOOKS_ALLOW_PRIVATE", 0, 1) > 0,
  };
  if (config.firstSite.updatesOrigins && !env.ENISHI_ORIGINS?.trim())
    problems.push(
      "ENISHI_ORIGINS: expected the site's new origins beside ENISHI_ORIGINS_UPDATE=1, and got nothing.",
    );
  read.strangers();
  return problems.length
    ? { config: null, warnings, problems }
    : { config, warnings, problems: null };
}

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
