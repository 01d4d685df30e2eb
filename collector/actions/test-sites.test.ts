import { expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { runCommand } from "../ingest/commands.ts";
import { emptiedTables } from "../storage/queries/empty-site.ts";
import { createTestSite } from "./create-site.ts";
import { resetTestSite, settleTestRewards } from "./reset-test-site.ts";

async function trial() {
  const open = await openApp();
  const { id, keys } = await createTestSite(open.work, {
    siteId: open.siteId,
    by: "owner",
  });
  const asServer = (method: string, path: string, body?: unknown) =>
    open.call(method, path, body, { Authorization: `Bearer ${keys.secret}` });
  const me = { id: "hanako", email: "hanako@sub.mailinator.com" };
  const { body: member } = await asServer("PUT", "/v1/members/hanako", {
    email: me.email,
  });
  const sale = (orderId: string, customer: object = me) =>
    asServer("POST", "/v1/conversions", {
      type: "sale",
      orderId,
      amountMinor: 100_000,
      currency: "JPY",
      code: member.code,
      customer,
    });
  return { ...open, testId: id, keys, asServer, sale };
}

test("on a test site one person plays both sides, and suspicion holds nothing back", async () => {
  const { sale, close } = await trial();
  const { body } = await sale("S-1");
  expect(body).toMatchObject({
    attributed: { by: "code" },
    verdict: { held: false },
    rewards: [{ because: "hold_period" }, { because: "hold_period" }],
  });
  expect(body.verdict.score).toBeGreaterThanOrEqual(60);
  // What the shop's server says itself is believed, so that it can be tried.
  const existing = await sale("S-2", { id: "old", existing: true });
  expect(existing.body.because).toBe("existing_customer");
  await close();
});

test("its rewards are settled at once when asked, and never paid out", async () => {
  const { sale, asServer, work, testId, siteId, close } = await trial();
  await sale("S-1");
  const by = "owner";
  expect(await settleTestRewards(work, { siteId: testId, by })).toEqual({
    confirmed: 2,
    more: false,
  });
  const run = await asServer("POST", "/v1/payouts", {
    runId: "2026-04",
    currency: "JPY",
  });
  expect(run.body).toMatchObject({ status: 409, code: "state_conflict" });
  expect(run.body.detail).toContain("test site");
  await expect(settleTestRewards(work, { siteId, by })).rejects.toMatchObject({
    code: "state_conflict",
  });
  await close();
});

test("its members are told that it is a test", async () => {
  const { call, keys, asPage, close } = await trial();
  const headers = { Origin: "http://localhost:5173" };
  const read = `/v1/settings?site=${keys.public}`;
  const { body } = await call("GET", read, undefined, headers);
  const join = {
    site: keys.public,
    acceptedTerms: body.program.termsVersion,
    joinKey: "k".repeat(32),
  };
  const joined = await call("POST", "/v1/members", join, headers);
  const me = await call("GET", "/v1/me", undefined, {
    ...headers,
    Authorization: `Bearer ${joined.body.token}`,
  });
  expect(me.body.test).toBe(true);
  const real = await asPage("POST", "/v1/members", {
    ...join,
    site: "pk_test",
  });
  const other = await call("GET", "/v1/me", undefined, {
    Origin: "https://shop.example",
    Authorization: `Bearer ${real.body.token}`,
  });
  expect(other.body.member.id).toBe(real.body.member.id);
  expect(other.body).not.toHaveProperty("test");
  await close();
});

test("its settings and its webhooks say that it is a test", async () => {
  const { sale, asServer, call, keys, work, asPage, close } = await trial();
  await asServer("POST", "/v1/endpoints", {
    url: "https://crm.example/hook",
    events: ["conversion.recorded"],
  });
  await sale("S-1");
  const [delivery] = await work.db
    .selectFrom("deliveries")
    .select("payload")
    .execute();
  expect(JSON.parse(delivery?.payload ?? "")).toMatchObject({
    type: "conversion.recorded",
    test: true,
  });
  const settings = await call(
    "GET",
    `/v1/settings?site=${keys.public}`,
    undefined,
    { Origin: "http://localhost:5173" },
  );
  expect(settings.body.test).toBe(true);
  expect(settings.headers.get("access-control-allow-origin")).toBe(
    "http://localhost:5173",
  );
  const real = await asPage("GET", "/v1/settings?site=pk_test");
  expect(real.body).not.toHaveProperty("test");
  const local = await call("GET", "/v1/settings?site=pk_test", undefined, {
    Origin: "http://localhost:5173",
  });
  expect(local.status).toBe(403);
  await close();
});

test("a reset takes everything that came, and nothing of another site", async () => {
  const open = await trial();
  const { sale, asServer, work, testId, siteId, close } = open;
  await open.member("taro");
  await asServer("POST", "/v1/customers", { customers: [{ id: "x" }] });
  const program = (await asServer("GET", "/v1/programs")).body.items[0];
  expect(program.id).toBe("default");
  await asServer("POST", "/v1/gift-pools", {
    name: "Gifts",
    programId: "default",
    on: "lead",
    valueMinor: 300,
    currency: "JPY",
  });
  await sale("S-1");
  await asServer("POST", "/v1/conversions/order:S-1/refunds", {
    refundId: "R",
    amountMinor: 10,
  });
  const count = async (table: (typeof emptiedTables)[number], id: string) =>
    (
      await work.db
        .selectFrom(table)
        .select("site_id")
        .where("site_id", "=", id)
        .execute()
    ).length;
  await resetTestSite(work, { siteId: testId, by: "owner" });
  for (const table of emptiedTables)
    expect(await count(table, testId), table).toBe(0);
  expect(await count("members", siteId)).toBe(1);
  expect((await asServer("GET", "/v1/gift-pools")).body.items).toHaveLength(1);
  // The keys still hold, and it can be used again.
  expect((await asServer("PUT", "/v1/members/hanako", {})).status).toBe(201);
  await expect(
    resetTestSite(work, { siteId, by: "owner" }),
  ).rejects.toMatchObject({ code: "state_conflict" });
  await close();
});

test("every table that belongs to a site is either emptied by a reset or known to stay", async () => {
  const { work, close } = await openApp();
  const stays = [
    "api_keys",
    "former_keys",
    "site_origins_allowed",
    "program_versions",
    "audit",
    "endpoints",
    "gift_pools",
    // Put back into their pools.
    "gift_codes",
  ];
  const tables = (await work.db.introspection.getTables())
    // Parts of a table are emptied with it, and so is what SQLite keeps beside it.
    .filter(({ name }) => !name.startsWith("events_"))
    .filter(({ name }) => !name.endsWith("event_visitors"))
    .filter(({ columns }) => columns.some(({ name }) => name === "site_id"))
    .map(({ name }) => name);
  expect(tables.sort()).toEqual([...emptiedTables, ...stays].sort());
  await close();
});

test("a site has one test site, and that none of its own", async () => {
  const { work, siteId, testId, close } = await trial();
  for (const id of [siteId, testId])
    await expect(
      runCommand(work, {
        name: "createTestSite",
        input: { siteId: id, by: "owner" },
      }),
    ).rejects.toMatchObject({ code: "state_conflict" });
  await close();
});
