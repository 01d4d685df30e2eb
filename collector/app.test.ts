import { SignJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp, shopOrigin, someId } from "../tests/open-app.ts";
import { createSite } from "./actions/create-site.ts";
import { operations } from "./http/operations.ts";
import { listOf } from "./http/schemas/answer-fields.ts";
import { conversionAnswer, refundAnswer } from "./http/schemas/conversions.ts";
import { meAnswer } from "./http/schemas/me.ts";
import { joinAnswer, memberAnswer } from "./http/schemas/members.ts";
import { codeCheckAnswer, settingsAnswer } from "./http/schemas/offers.ts";
import { programBody } from "./http/schemas/program.ts";
import { referralAnswer } from "./http/schemas/referrals.ts";
import { funnelAnswer } from "./http/schemas/reports.ts";
import { rewardAnswer } from "./http/schemas/rewards.ts";
import { simulationAnswer } from "./http/schemas/simulations.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

const sale = {
  type: "sale",
  orderId: "A-1",
  amountMinor: 100_000,
  currency: "JPY",
  customer: { id: "taro" },
};

function memberToken(claims: Record<string, unknown>, aud = "member") {
  const now = open.clock.now / 1000;
  return new SignJWT({ aud, iat: now, exp: now + 60, ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .sign(new TextEncoder().encode("sig_test"));
}

test("a shop's whole day by the API, and every answer is as documented", async () => {
  const put = await open.asServer("PUT", "/v1/members/hanako", {
    publicName: "Hanako",
  });
  expect(put.status).toBe(201);
  const member = memberAnswer.parse(put.body);
  expect((await open.asServer("PUT", "/v1/members/hanako", {})).status).toBe(
    200,
  );

  const first = await open.asServer("POST", "/v1/conversions", {
    ...sale,
    code: member.code,
  });
  expect(first.status).toBe(201);
  const conversion = conversionAnswer.parse(first.body);
  expect(conversion.attributed).toMatchObject({
    member: member.id,
    by: "code",
  });
  expect(conversion.rewards.map(({ amountMinor }) => amountMinor)).toEqual([
    1_200, 1_200,
  ]);
  const again = await open.asServer("POST", "/v1/conversions", {
    ...sale,
    code: member.code,
  });
  expect([again.status, again.body.id]).toEqual([200, conversion.id]);
  const conflict = await open.asServer("POST", "/v1/conversions", {
    ...sale,
    currency: "USD",
  });
  expect([conflict.status, conflict.body.code]).toEqual([
    409,
    "order_conflict",
  ]);
  expect(conflict.body.errors).toMatchObject([{ path: "currency" }]);

  const page = (await open.asServer("GET", "/v1/conversions?orderId=A-1")).body;
  expect(listOf(conversionAnswer).parse(page).items).toHaveLength(1);

  const rewards = listOf(rewardAnswer).parse(
    (await open.asServer("GET", "/v1/rewards?state=pending")).body,
  );
  const [mine] = rewards.items.filter(({ to }) => to === "referrer");
  const confirmed = await open.asServer(
    "POST",
    `/v1/rewards/${mine?.id}/confirmation`,
  );
  expect(rewardAnswer.parse(confirmed.body).state).toBe("confirmed");
  const paid = await open.asServer(
    "POST",
    `/v1/rewards/${mine?.id}/payment`,
    {},
  );
  expect(paid.body.state).toBe("paid");
  const tooLate = await open.asServer("POST", `/v1/rewards/${mine?.id}/void`, {
    reason: "a mistake",
  });
  expect([tooLate.status, tooLate.body.code]).toEqual([409, "state_conflict"]);

  const refund = await open.asServer(
    "POST",
    "/v1/conversions/order:A-1/refunds",
    { refundId: "R-1", amountMinor: 50_000 },
  );
  expect(refund.status).toBe(201);
  refundAnswer.parse(refund.body);

  listOf(referralAnswer).parse(
    (await open.asServer("GET", `/v1/referrals?member=hanako`)).body,
  );
  listOf(memberAnswer).parse(
    (await open.asServer("GET", "/v1/members?query=hanako")).body,
  );
  funnelAnswer.parse((await open.asServer("GET", "/v1/reports/funnel")).body);
  const suspended = await open.asServer(
    "POST",
    "/v1/members/hanako/suspension",
    { reason: "fraud" },
  );
  expect(suspended.body.state).toBe("suspended");
});

test("an order id may hold anything that an address can escape", async () => {
  const orderId = "A/1 ?#%注文";
  await open.asServer("POST", "/v1/conversions", { ...sale, orderId });
  const answer = await open.asServer(
    "POST",
    `/v1/conversions/${encodeURIComponent(`order:${orderId}`)}/verification`,
  );
  expect(answer.body).toMatchObject({ orderId, verified: true });
});

test("programmes are read, published and simulated", async () => {
  const { items } = (await open.asServer("GET", "/v1/programs")).body;
  const program = programBody.parse(items[0]);
  const put = await open.asServer("PUT", "/v1/programs/default", {
    ...program,
    name: "New",
  });
  expect(put.body).toMatchObject({
    program: { name: "New" },
    // Nobody has said yet who is new.
    warnings: [{ code: "existing_customers_unknown" }],
  });
  const wrong = await open.asServer("PUT", "/v1/programs/default", {
    ...program,
    timeZone: "Mars/Olympus",
    steps: [{ ...program.steps[0], referrer: { kind: "gift" }, bonus: 1 }],
    budgetMinor: undefined,
  });
  expect(wrong.status).toBe(400);
  expect(
    wrong.body.errors.map(({ path }: { path: string }) => path).sort(),
  ).toEqual(["budgetMinor", "steps[0].bonus", "steps[0].referrer", "timeZone"]);
  const other = await open.asServer("PUT", "/v1/programs/other", program);
  expect(other.body.errors).toMatchObject([{ path: "id" }]);
  const simulated = await open.asServer("POST", "/v1/simulations", {
    pricesMinor: [100_000],
    ratesBps: [300],
    marginBps: 4_000,
    base: "gross_profit",
    cap: { ofGrossBps: 1_000, fixedMinor: 20_000 },
  });
  simulationAnswer.parse(simulated.body);
});

test("a signed person and a device join, each once, and read their own page", async () => {
  const token = await memberToken({ sub: "hanako", email: "h@example.com" });
  const join = () =>
    open.asPage("POST", "/v1/members", { site: "pk_test", token });
  const first = await join();
  expect(first.status).toBe(201);
  joinAnswer.parse(first.body);
  const second = await join();
  expect([second.status, second.body.member.id]).toEqual([
    200,
    first.body.member.id,
  ]);
  const device = await open.asPage("POST", "/v1/members", {
    site: "pk_test",
    acceptedTerms: true,
    joinKey: "a-secret-of-this-device",
    email: "h@example.com",
  });
  expect(device.status).toBe(201);
  expect(device.body.member.id).not.toBe(first.body.member.id);

  const authorised = { Authorization: `Bearer ${first.body.token}` };
  const me = await open.asPage("GET", "/v1/me", undefined, authorised);
  meAnswer.parse(me.body);
  const named = await open.asPage(
    "PATCH",
    "/v1/me",
    { publicName: "はな" },
    authorised,
  );
  expect(named.body.member.publicName).toBe("はな");
  const check = await open.asPage("POST", "/v1/codes/check", {
    site: "pk_test",
    code: first.body.member.code.toLowerCase(),
  });
  expect(codeCheckAnswer.parse(check.body)).toMatchObject({
    valid: true,
    from: "はな",
  });
  const settings = await open.asPage("GET", "/v1/settings?site=pk_test");
  settingsAnswer.parse(settings.body);
});

test("a join needs a good token, or the terms and a key", async () => {
  const join = (body: object) =>
    open.asPage("POST", "/v1/members", { site: "pk_test", ...body });
  const wrongUse = await join({
    token: await memberToken({ sub: "h" }, "conversion"),
  });
  expect([wrongUse.status, wrongUse.body.code]).toEqual([401, "bad_token"]);
  const nobody = await join({ token: await memberToken({}) });
  expect(nobody.body.code).toBe("bad_token");
  const bare = await join({ email: "h@example.com", acceptedTerms: false });
  expect(bare.body.errors.map(({ path }: { path: string }) => path)).toEqual([
    "acceptedTerms",
    "joinKey",
  ]);
  const both = await join({ token: "x", joinKey: "12345678" });
  expect(both.body.errors).toMatchObject([{ path: "joinKey" }]);
});

test("a body's unknown field, an absent one and null are three things, each named", async () => {
  const { body } = await open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "A-1",
    amountMinor: null,
    ordre: "x",
    customer: { emial: "x" },
  });
  expect(body.errors).toEqual([
    {
      path: "amountMinor",
      message:
        "Expected a whole number of minor units from 1 to 1000000000000 and got null.",
    },
    expect.objectContaining({ path: "customer.emial" }),
    expect.objectContaining({ path: "ordre" }),
  ]);
  const absent = await open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "A-1",
  });
  expect(absent.body.errors).toMatchObject([
    { path: "amountMinor" },
    { path: "currency" },
  ]);
  const query = await open.asServer("GET", "/v1/conversions?orderID=A-1");
  expect(query.body.errors).toMatchObject([{ path: "orderID" }]);
  const twice = await open.asServer("GET", "/v1/rewards?state=paid&state=void");
  expect(twice.body.errors).toMatchObject([{ path: "state" }]);
});

test("a time of the future or of another century is refused from a server too", async () => {
  for (const occurredAt of [open.clock.now + 86_400_000, 0, -1, 1.5]) {
    const { status, body } = await open.asServer("POST", "/v1/conversions", {
      ...sale,
      occurredAt,
    });
    expect([status, body.errors[0].path]).toEqual([400, "occurredAt"]);
  }
});

test("a server call without a key, or with a wrong one, learns nothing", async () => {
  for (const { by, method, path } of operations) {
    if (by !== "server") continue;
    for (const key of [
      undefined,
      "Bearer sk_wrong",
      "Bearer pk_test",
      "Basic x",
    ]) {
      const answer = await open.app.request(path, {
        // A request writes every method in capitals but this one: "patch".
        method: method.toUpperCase(),
        headers: key ? { Authorization: key } : {},
      });
      expect([path, answer.status]).toEqual([path, 401]);
      expect(await answer.json()).toMatchObject({ code: "bad_key" });
    }
  }
});

test("a page may not read what only servers may, even with the key", async () => {
  const preflight = await open.asPage("OPTIONS", "/v1/conversions");
  expect(preflight.status).toBe(405);
  const answer = await open.asPage("GET", "/v1/members", undefined, {
    Authorization: "Bearer sk_test",
  });
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
});

test("preflights are answered for known origins, and say nothing to others", async () => {
  const ask = (origin: string) =>
    open.call("OPTIONS", "/v1/me", undefined, {
      Origin: origin,
      "Access-Control-Request-Method": "PATCH",
    });
  const known = await ask(shopOrigin);
  expect(known.status).toBe(204);
  expect(known.headers.get("access-control-allow-origin")).toBe(shopOrigin);
  expect(known.headers.get("access-control-allow-methods")).toContain("PATCH");
  expect(known.headers.get("access-control-allow-headers")).toContain(
    "Authorization",
  );
  expect(Number(known.headers.get("access-control-max-age"))).toBeGreaterThan(
    600,
  );
  expect(known.headers.get("access-control-allow-credentials")).toBeNull();
  for (const origin of ["https://evil.example", "null"]) {
    const { headers } = await ask(origin);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
});

test("a member's page needs a member's token, and a change an allowed origin", async () => {
  const noToken = await open.asPage("GET", "/v1/me");
  expect([noToken.status, noToken.body.code]).toEqual([401, "bad_token"]);
  expect(noToken.headers.get("access-control-allow-origin")).toBe(shopOrigin);
  const withKey = await open.asPage("GET", "/v1/me", undefined, {
    Authorization: "Bearer sk_test",
  });
  expect(withKey.body.code).toBe("bad_token");
  const noOrigin = await open.call("PATCH", "/v1/me", {});
  expect(noOrigin.body.code).toBe("origin_not_allowed");
});

test("a site that is called beyond its limit is told so, from pages and servers, and another is not", async () => {
  const limited = await openApp({
    settings: {
      cookieDomain: null,
      rateLimit: 0,
      siteRateLimit: 3,
      trustedProxies: 0,
    },
  });
  const { keys } = await createSite(limited.work, {
    name: "other",
    origins: [shopOrigin],
    consent: "granted",
    timeZone: "Asia/Tokyo",
    currency: "JPY",
    by: "test",
  });
  expect((await limited.events([])).status).toBe(202);
  expect((await limited.asServer("GET", "/v1/rewards")).status).toBe(200);
  expect((await limited.events([])).status).toBe(202);
  for (const answer of [
    await limited.events([]),
    await limited.asServer("GET", "/v1/rewards"),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([429, "rate_limited"]);
    expect(Number(answer.headers.get("retry-after"))).toBe(20);
  }
  const elsewhere = { site: keys.public };
  expect((await limited.events([], elsewhere)).status).toBe(202);
  await limited.close();
});

test("calls beyond the limit are told when to come back, and servers are not counted", async () => {
  const limited = await openApp({
    settings: {
      cookieDomain: null,
      rateLimit: 3,
      siteRateLimit: 0,
      trustedProxies: 0,
    },
  });
  const ask = () =>
    limited.asPage("POST", "/v1/codes/check", { site: "pk_test", code: "X" });
  for (let call = 0; call < 3; call++) expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect([refused.status, refused.body.code]).toEqual([429, "rate_limited"]);
  expect(Number(refused.headers.get("retry-after"))).toBe(20);
  expect(refused.headers.get("access-control-allow-origin")).toBe(shopOrigin);
  const events = await limited.events([]);
  expect(events.status).toBe(429);
  expect(events.headers.get("access-control-expose-headers")).toContain(
    "Retry-After",
  );
  const pixel = await limited.call(
    "GET",
    "/v1/seen.gif?site=pk_test&type=view",
  );
  expect(pixel.status).toBe(200);
  expect(pixel.headers.get("enishi-outcome")).toBe(
    "refused; code=rate_limited",
  );
  expect((await limited.asServer("GET", "/v1/programs")).status).toBe(200);
  await limited.close();
});

test("behind trusted proxies each visitor has an own limit; without trust the header is warned of", async () => {
  const behind = async (trustedProxies: number) => {
    const app = await openApp({
      settings: {
        cookieDomain: null,
        rateLimit: 1,
        siteRateLimit: 0,
        trustedProxies,
      },
    });
    const from = async (address: string) =>
      (
        await app.call("GET", "/v1/settings?site=pk_test", undefined, {
          "X-Forwarded-For": address,
        })
      ).status;
    const statuses = [await from("1.1.1.1"), await from("2.2.2.2")];
    return {
      statuses,
      warnings: app.logged.filter((one) => one.level === "warn"),
    };
  };
  expect(await behind(1)).toMatchObject({ statuses: [200, 200], warnings: [] });
  const untrusted = await behind(0);
  expect(untrusted.statuses).toEqual([200, 429]);
  expect(untrusted.warnings).toHaveLength(1);
});

test("unknown addresses and methods are told apart", async () => {
  const nowhere = await open.call("GET", "/v1/nothing");
  expect([nowhere.status, nowhere.body.code]).toEqual([404, "not_found"]);
  const wrong = await open.call("PATCH", "/v1/members/hanako");
  expect([wrong.status, wrong.body.code]).toEqual([405, "method_not_allowed"]);
  expect(wrong.headers.get("allow")).toBe("DELETE, PUT");
  const events = await open.call("GET", "/v1/events");
  expect(events.headers.get("allow")).toBe("OPTIONS, POST");
});

test("every answer has its security headers and its request id", async () => {
  for (const path of ["/healthz", "/v1/nothing", "/openapi.json", "/v1/me"]) {
    const { headers } = await open.call("GET", path);
    expect(headers.get("enishi-request-id")).toMatch(/^req_/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain(
      "default-src 'none'",
    );
    expect(headers.get("strict-transport-security")).toContain("max-age");
    expect(headers.get("x-powered-by")).toBeNull();
  }
});

test("the log names routes and ids, never addresses, keys or mail", async () => {
  await open.member("hanako", { email: "secret@example.com" });
  await open.call("GET", "/v1/members/hanako?token=abc", undefined, {
    Authorization: "Bearer sk_wrong",
    "X-Forwarded-For": "203.0.113.9",
  });
  const text = JSON.stringify(open.logged);
  expect(text).toContain("/v1/members/:externalId");
  for (const secret of ["hanako", "secret@", "sk_", "203.0.113.9", "abc"])
    expect(text).not.toContain(secret);
});

test("OpenAPI documents every route and no other", async () => {
  const { body } = await open.call("GET", "/openapi.json");
  expect(body.openapi).toBe("3.1.0");
  const undocumented = /^\/(enishi|:script|$)/;
  const routes = open.app.routes
    .filter(
      ({ method, path }) =>
        /^(GET|PUT|POST|PATCH|DELETE)$/.test(method) &&
        !undocumented.test(path),
    )
    .map(({ method, path }) => `${method} ${path}`);
  const documented = operations.map(
    ({ method, path }) => `${method.toUpperCase()} ${path}`,
  );
  expect(new Set(documented)).toEqual(new Set(routes));
  const sale =
    body.paths["/v1/conversions"].post.requestBody.content["application/json"]
      .schema;
  expect(sale.additionalProperties).toBe(false);
  expect(sale.properties.amountMinor).toMatchObject({
    type: "integer",
    maximum: 1e12,
  });
  expect(sale.if).toEqual({ properties: { type: { const: "sale" } } });
  expect(sale.then).toEqual({ required: ["amountMinor", "currency"] });
  expect(body.paths["/r/{code}"].get.responses["302"]).toEqual({
    description: "Success",
  });
});

test("behind a proxy nobody is local without the address that the proxy writes", async () => {
  const app = await openApp({
    settings: {
      cookieDomain: null,
      rateLimit: 0,
      siteRateLimit: 0,
      trustedProxies: 1,
    },
  });
  const local = (headers: Record<string, string>) =>
    app.app.request(
      "/metrics",
      { headers },
      { incoming: { socket: { remoteAddress: "127.0.0.1" } } },
    );
  expect((await local({})).status).toBe(401);
  expect((await local({ "X-Forwarded-For": "203.0.113.9" })).status).toBe(401);
  expect((await local({ "X-Forwarded-For": "127.0.0.1" })).status).toBe(200);
  await app.close();
});

test("health, readiness and figures", async () => {
  let isReady = true;
  const app = await openApp({ isReady: () => isReady });
  expect((await app.call("GET", "/healthz")).status).toBe(200);
  expect((await app.call("GET", "/readyz")).status).toBe(200);
  isReady = false;
  expect((await app.call("GET", "/readyz")).status).toBe(503);
  await app.events([
    { id: someId(), type: "view", surface: "share", at: app.clock.now },
  ]);
  expect((await app.call("GET", "/metrics")).status).toBe(401);
  const { text } = await app.asServer("GET", "/metrics");
  expect(text).toContain('enishi_events_total{outcome="accepted"} 1');
  expect(text).toContain('enishi_answers_total{status="202"} 1');
  const local = (headers: Record<string, string>) =>
    app.app.request(
      "/metrics",
      { headers },
      {
        incoming: { socket: { remoteAddress: "::ffff:127.0.0.1" } },
      },
    );
  expect((await local({})).status).toBe(200);
  expect((await local({ "X-Forwarded-For": "1.2.3.4" })).status).toBe(401);
  // A proxy that writes no X-Forwarded-For hands on the host that its visitors ask.
  const asked = (url: string) =>
    app.app.request(
      url,
      {},
      { incoming: { socket: { remoteAddress: "127.0.0.1" } } },
    );
  for (const host of ["127.0.0.1:8787", "[::1]:8787", "localhost"])
    expect((await asked(`http://${host}/metrics`)).status).toBe(200);
  for (const host of ["ref.shop.example", "127.0.0.1.evil.example"])
    expect((await asked(`http://${host}/metrics`)).status).toBe(401);
  await app.close();
});
