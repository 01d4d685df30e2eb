import { afterEach, beforeEach, expect, test } from "vitest";
import { maxEndpoints, webhookTypes } from "../../sdk/protocol/webhook.ts";
import { openApp } from "../../tests/open-app.ts";
import * as answers from "./schemas/webhooks.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

const wanted = {
  url: "https://crm.example/hooks?from=enishi",
  events: [...webhookTypes],
};
const create = (fields: object = {}) =>
  open.asServer("POST", "/v1/endpoints", { ...wanted, ...fields });

test("an endpoint shows its secret once, and is told of a sale", async () => {
  const { status, headers, body } = await create();
  expect(status).toBe(201);
  expect(headers.get("cache-control")).toBe("no-store");
  const { id, secret } = answers.newEndpointAnswer.parse(body);
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  expect(key.byteLength).toBe(32);
  expect(body).toMatchObject({ ...wanted, state: "enabled", because: null });

  const list = await open.asServer("GET", "/v1/endpoints");
  answers.endpointsAnswer.parse(list.body);
  expect(list.text).not.toContain("whsec_");
  const stored = await open.work.db
    .selectFrom("endpoints")
    .select("secret")
    .executeTakeFirst();
  expect(stored?.secret).not.toContain(secret);

  const { code } = await open.member();
  await open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "A-1",
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: "taro" },
    code,
  });
  const told = await open.asServer("GET", `/v1/deliveries?endpoint=${id}`);
  const { items } = answers.deliveriesAnswer.parse(told.body);
  expect(items.map(({ type }) => type).sort()).toEqual([
    "conversion.recorded",
    "referral.created",
    "reward.created",
    "reward.created",
  ]);
});

test("deliveries come in pages, and by their state", async () => {
  const { body: endpoint } = await create();
  for (let n = 0; n < 3; n += 1)
    await open.asServer("POST", `/v1/endpoints/${endpoint.id}/tests`);
  const first = await open.asServer("GET", "/v1/deliveries?limit=2");
  expect(first.body.items).toHaveLength(2);
  const rest = await open.asServer(
    "GET",
    `/v1/deliveries?limit=2&state=pending&cursor=${first.body.next}`,
  );
  expect([rest.body.items.length, rest.body.next]).toEqual([1, null]);
  const failed = await open.asServer("GET", "/v1/deliveries?state=failed");
  expect(failed.body.items).toEqual([]);
  const wrong = await open.asServer("GET", "/v1/deliveries?state=lost");
  expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, "state"]);
});

test("a test is a delivery", async () => {
  const { body: endpoint } = await create();
  const { status, body } = await open.asServer(
    "POST",
    `/v1/endpoints/${endpoint.id}/tests`,
  );
  expect(status).toBe(201);
  expect(answers.deliveryAnswer.parse(body)).toMatchObject({
    endpoint: endpoint.id,
    type: "webhook.test",
    state: "pending",
    payload: { type: "webhook.test", data: { endpoint: endpoint.id } },
  });
});

test("an endpoint is enabled over HTTP, and only what was given up is sent again", async () => {
  const { body: endpoint } = await create();
  const path = `/v1/endpoints/${endpoint.id}`;
  const enabled = await open.asServer("POST", `${path}/enabling`);
  expect(enabled.status).toBe(200);
  expect(answers.endpointAnswer.parse(enabled.body).state).toBe("enabled");
  const { body: delivery } = await open.asServer("POST", `${path}/tests`);
  const again = await open.asServer(
    "POST",
    `/v1/deliveries/${delivery.id}/attempts`,
  );
  expect([again.status, again.body.code]).toEqual([409, "state_conflict"]);
  const lost = await open.asServer("POST", "/v1/deliveries/dlv_no/attempts");
  expect(lost.status).toBe(404);
});

test("a deleted endpoint is gone, with its deliveries", async () => {
  const { body: endpoint } = await create();
  const path = `/v1/endpoints/${endpoint.id}`;
  await open.asServer("POST", `${path}/tests`);
  const deleted = await open.asServer("DELETE", path);
  expect([deleted.status, deleted.text]).toEqual([204, ""]);
  expect((await open.asServer("DELETE", path)).status).toBe(404);
  expect((await open.asServer("POST", `${path}/tests`)).status).toBe(404);
  for (const list of ["/v1/endpoints", "/v1/deliveries"])
    expect((await open.asServer("GET", list)).body.items).toEqual([]);
});

test.each([
  ["url", { url: "https://169.254.169.254/latest" }],
  ["url", { url: "https://localhost/hooks" }],
  ["url", { url: "http://crm.example/hooks" }],
  ["url", { url: "ftp://crm.example" }],
  ["url", { url: undefined }],
  ["events", { events: [] }],
  ["events[0]", { events: ["reward.refunded"] }],
  ["secret", { secret: "whsec_mine" }],
])("an endpoint with a wrong %s is refused: %o", async (path, fields) => {
  const { status, body } = await create(fields);
  expect([status, body.code, body.errors[0].path]).toEqual([
    400,
    "invalid_field",
    path,
  ]);
});

test("a name that leads into our own network is refused", async () => {
  const resolve = async () => [{ address: "10.0.0.1", family: 4 }];
  const app = await openApp({
    webhookNetwork: { allowPrivate: false, resolve },
  });
  const { status, body } = await app.asServer("POST", "/v1/endpoints", wanted);
  expect([status, body.errors[0].path]).toEqual([400, "url"]);
  app.close();
});

test("endpoints are bounded", async () => {
  for (let n = 0; n < maxEndpoints; n += 1) await create();
  const { status, body } = await create();
  expect([status, body.code]).toEqual([409, "state_conflict"]);
});
