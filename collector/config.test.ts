import { expect, test } from "vitest";
import { parseConfig } from "./config.ts";

const key = Buffer.alloc(32, 7).toString("base64");

test("an empty environment has its defaults", () => {
  expect(parseConfig({}).config).toEqual({
    port: 8787,
    host: "127.0.0.1",
    database: "data/enishi.db",
    stateFolder: "data",
    masterKey: null,
    publicUrl: null,
    firstSite: {
      origins: null,
      updatesOrigins: false,
      siteKey: null,
      secretKey: null,
      signingKey: null,
      consent: "granted",
    },
    adminPassword: null,
    cookieDomain: null,
    keepEventsDays: 0,
    rateLimit: 1_200,
    siteRateLimit: 0,
    drainSeconds: 0,
    trustedProxies: 0,
    webhooksAllowPrivate: false,
  });
});

test("everything that may be said is understood", () => {
  const { config, warnings } = parseConfig({
    PORT: "0",
    HOST: "0.0.0.0",
    ENISHI_DATABASE: "/data/x.db",
    ENISHI_MASTER_KEY: key,
    ENISHI_PUBLIC_URL: "https://ref.shop.example/",
    ENISHI_ORIGINS: "https://shop.example, https://WWW.shop.example/",
    ENISHI_ORIGINS_UPDATE: "1",
    ENISHI_SITE_KEY: "pk_0123456789abcdef",
    ENISHI_SECRET_KEY: "sk_0123456789abcdef",
    ENISHI_SIGNING_KEY: "sig_0123456789abcdef",
    ENISHI_ADMIN_PASSWORD: "correct horse battery staple",
    ENISHI_CONSENT: "required",
    ENISHI_COOKIE_DOMAIN: ".Shop.example",
    ENISHI_KEEP_EVENTS_DAYS: "400",
    ENISHI_RATE_LIMIT: "0",
    ENISHI_SITE_RATE_LIMIT: "6000",
    ENISHI_DRAIN_SECONDS: "5",
    ENISHI_TRUST_PROXY: "2",
    ENISHI_WEBHOOKS_ALLOW_PRIVATE: "1",
  });
  expect(config).toMatchObject({
    port: 0,
    publicUrl: "https://ref.shop.example",
    firstSite: {
      origins: ["https://shop.example", "https://www.shop.example"],
      updatesOrigins: true,
      consent: "required",
    },
    cookieDomain: "shop.example",
    keepEventsDays: 400,
    rateLimit: 0,
    siteRateLimit: 6_000,
    drainSeconds: 5,
    trustedProxies: 2,
    webhooksAllowPrivate: true,
  });
  expect(config?.masterKey).toHaveLength(32);
  expect(warnings).toEqual([]);
});

test("all that is wrong is listed at once, with what was expected and what came, and no secret is repeated", () => {
  const { problems } = parseConfig({
    PORT: "http",
    HOST: "a b",
    ENISHI_DATABASE: "postgres://user:hidden1@db",
    ENISHI_MASTER_KEY: "hidden2",
    ENISHI_PUBLIC_URL: "ref.shop.example",
    ENISHI_ORIGINS: "https://shop.example/path",
    ENISHI_SITE_KEY: "hidden3",
    ENISHI_SECRET_KEY: "pk_hidden4",
    ENISHI_SIGNING_KEY: "sig_",
    ENISHI_CONSENT: "maybe",
    ENISHI_COOKIE_DOMAIN: "shop.example",
    ENISHI_RATE_LIMIT: "-1",
    ENISHI_TRUST_PROXY: "1.5",
  });
  expect(problems).toHaveLength(13);
  for (const problem of problems ?? [])
    expect(problem).toMatch(/^[A-Z_]+: expected .+, and got .+\.$/s);
  expect(problems?.join()).not.toContain("hidden");
  expect(problems?.[0]).toContain('"ref.shop.example"');
  expect(problems?.find((one) => one.startsWith("ENISHI_DATABASE"))).toContain(
    'such as "postgres://user:password@host:5432/enishi"',
  );
});

test("an empty value is none, a short secret and an unknown name are warned of", () => {
  const { config, warnings } = parseConfig({
    ENISHI_ORIGINS: "",
    ENISHI_SITE_KEY: "pk_test",
    ENISHI_ADMIN_PASSWORD: "abc",
    ENISHI_ORIGIN: "https://shop.example",
  });
  expect(config?.firstSite).toMatchObject({
    origins: null,
    siteKey: "pk_test",
  });
  expect(config?.adminPassword).toBe("abc");
  expect(warnings).toHaveLength(3);
  expect(warnings.join()).toContain("ENISHI_ADMIN_PASSWORD is short");
  expect(warnings.join()).not.toMatch(/pk_test|abc/);
});

test("a database is a file or a server's", () => {
  for (const database of ["postgres://u:p@db:5432/enishi", "/var/e.db"])
    expect(parseConfig({ ENISHI_DATABASE: database }).config).toMatchObject({
      database,
    });
});

test("a file is named by its path, and not by an address, which would be a folder of that name", () => {
  for (const address of [
    "file:/data/enishi.db",
    "file:enishi.db",
    "sqlite:/data/enishi.db",
    "sqlite:///data/enishi.db",
    ":memory:",
    "mysql://enishi:hidden@db/enishi",
  ]) {
    const { problems } = parseConfig({ ENISHI_DATABASE: address });
    expect(problems).toEqual([
      expect.stringContaining('a file path such as "data/enishi.db"'),
    ]);
    expect(problems?.join()).not.toContain("hidden");
  }
  for (const path of ["./file:/enishi.db", "C:/enishi.db"])
    expect(parseConfig({ ENISHI_DATABASE: path }).problems).toBeNull();
});

test("origins cannot be updated to nothing", () => {
  expect(parseConfig({ ENISHI_ORIGINS_UPDATE: "1" }).problems).toEqual([
    expect.stringContaining("ENISHI_ORIGINS: expected"),
  ]);
});

test("where systemd has made a folder for what is kept, it is taken, unless another is named", () => {
  const STATE_DIRECTORY = "/var/lib/enishi:/var/lib/more";
  expect(parseConfig({ STATE_DIRECTORY }).config?.stateFolder).toBe(
    "/var/lib/enishi",
  );
  const ENISHI_STATE_DIRECTORY = "/srv/enishi";
  const both = parseConfig({ STATE_DIRECTORY, ENISHI_STATE_DIRECTORY });
  expect(both.config?.stateFolder).toBe("/srv/enishi");
});
