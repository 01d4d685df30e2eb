import { SignJWT } from "jose";
import { expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { openApp, someId } from "../../tests/open-app.ts";
import {
  createApiKey,
  endApiKey,
  replaceApiKey,
} from "../actions/change-api-keys.ts";
import { changeOrigins } from "../actions/change-origins.ts";
import { createSite } from "../actions/create-site.ts";
import {
  endFormerKey,
  replacePublicKey,
  replaceSigningKey,
} from "../actions/replace-keys.ts";

const by = "owner";
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

async function twoSites() {
  const open = await openApp();
  const second = await createSite(open.work, {
    name: "Second",
    origins: ["https://second.example"],
    consent: "required",
    timeZone: "Europe/Berlin",
    currency: "EUR",
    by,
  });
  const at = (origin: string, site: string) =>
    open.call("GET", `/v1/settings?site=${site}`, undefined, {
      Origin: origin,
    });
  return { ...open, second, at };
}

test("every site's pages may read answers, on its own origins alone", async () => {
  const { second, at, call, close } = await twoSites();
  const own = await at("https://second.example", second.keys.public);
  expect(own.body).toMatchObject({
    consent: "required",
    program: { currency: "EUR", landingUrl: "https://second.example/" },
  });
  expect(own.headers.get("access-control-allow-origin")).toBe(
    "https://second.example",
  );
  expect((await at("https://second.example", "pk_test")).body.code).toBe(
    "origin_not_allowed",
  );
  const preflight = await call("OPTIONS", "/v1/events", undefined, {
    Origin: "https://second.example",
  });
  expect(preflight.headers.get("access-control-allow-origin")).not.toBeNull();
  const stranger = await at("https://evil.example", second.keys.public);
  expect(stranger.headers.get("access-control-allow-origin")).toBeNull();
  await close();
});

test("an origin that a site has lost is no longer known", async () => {
  const { work, second, at, clock, close } = await twoSites();
  await at("https://second.example", second.keys.public);
  await changeOrigins(work, {
    siteId: second.id,
    origins: ["https://third.example"],
    by,
  });
  clock.now += 10_000;
  const gone = await at("https://second.example", second.keys.public);
  expect(gone.headers.get("access-control-allow-origin")).toBeNull();
  const here = await at("https://third.example", second.keys.public);
  expect(here.status).toBe(200);
  await close();
});

test("an unknown code still lands on the first site", async () => {
  const { call, close } = await twoSites();
  const { headers } = await call("GET", "/r/NB2DYCDE");
  expect(headers.get("location")).toContain("https://shop.example/");
  await close();
});

test("an API key that is replaced holds for as long as it was said", async () => {
  const { work, siteId, call, clock, close } = await twoSites();
  const asked = async (key: string) =>
    (
      await call("GET", "/v1/members", undefined, {
        Authorization: `Bearer ${key}`,
      })
    ).status;
  const { id } = await work.db
    .selectFrom("api_keys")
    .select("id")
    .where("site_id", "=", siteId)
    .executeTakeFirstOrThrow();
  const { key } = await replaceApiKey(work, {
    siteId,
    by,
    id,
    overlapHours: 24,
  });
  expect([await asked("sk_test"), await asked(key)]).toEqual([200, 200]);
  clock.now += 25 * hourMs;
  expect([await asked("sk_test"), await asked(key)]).toEqual([401, 200]);

  const crm = await createApiKey(work, { siteId, by, label: "CRM" });
  expect(await asked(crm.key)).toBe(200);
  // Noted beside the answer, which does not wait for it.
  const row = await eventually(async () => {
    const found = await work.db
      .selectFrom("api_keys")
      .select(["id", "used_at", "ending"])
      .where("label", "=", "CRM")
      .executeTakeFirstOrThrow();
    expect(found.used_at).toBe(Math.floor(clock.now / hourMs) * hourMs);
    return found;
  });
  expect(crm.key.endsWith(row.ending ?? "?")).toBe(true);
  await endApiKey(work, { siteId, by, id: row.id });
  clock.now += minuteMs;
  expect(await asked(crm.key)).toBe(401);
  await close();
});

test("tokens by the former signing key pass while it holds, and not once it is ended", async () => {
  const { work, siteId, asPage, clock, close } = await twoSites();
  const join = async (key: string, sub: string) => {
    const iat = clock.now / 1000;
    const token = await new SignJWT({ aud: "member", sub, iat, exp: iat + 60 })
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode(key));
    return (await asPage("POST", "/v1/members", { site: "pk_test", token }))
      .status;
  };
  expect(await join("sig_test", "a")).toBe(201);
  const { key } = await replaceSigningKey(work, {
    siteId,
    by,
    overlapHours: 168,
  });
  clock.now += minuteMs;
  expect([await join(key, "b"), await join("sig_test", "c")]).toEqual([
    201, 201,
  ]);
  const { id } = await work.db
    .selectFrom("former_keys")
    .select("id")
    .executeTakeFirstOrThrow();
  await endFormerKey(work, { siteId, by, id });
  clock.now += minuteMs;
  expect([await join(key, "d"), await join("sig_test", "e")]).toEqual([
    201, 401,
  ]);
  await close();
});

test("the former public key stays in use until it is ended by hand", async () => {
  const { work, siteId, events, at, clock, close } = await twoSites();
  const { key } = await replacePublicKey(work, { siteId, by });
  clock.now += 400 * 24 * hourMs;
  const view = {
    id: someId(),
    type: "view",
    at: clock.now,
    surface: "share",
  };
  expect((await events([view])).body.accepted).toBe(1);
  expect((await at("https://shop.example", key)).status).toBe(200);
  const { id } = await work.db
    .selectFrom("former_keys")
    .select("id")
    .executeTakeFirstOrThrow();
  await endFormerKey(work, { siteId, by, id });
  clock.now += minuteMs;
  expect((await at("https://shop.example", "pk_test")).body.code).toBe(
    "unknown_site",
  );
  await close();
});

test("every change of a key is in the log", async () => {
  const { work, siteId, close } = await twoSites();
  await createApiKey(work, { siteId, by, label: "" });
  await replacePublicKey(work, { siteId, by });
  await replaceSigningKey(work, { siteId, by, overlapHours: 0 });
  const acts = await work.db
    .selectFrom("audit")
    .select("action")
    .where("site_id", "=", siteId)
    .execute();
  expect(acts.map(({ action }) => action)).toEqual([
    "create_api_key",
    "replace_public_key",
    "replace_signing_key",
  ]);
  await close();
});
