import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type CollectorProcess,
  keys,
  shopOrigin,
  startCollector,
} from "./collector-process.ts";
import { eventually } from "./eventually.ts";
import { parsePrometheus } from "./parse-prometheus.ts";
import { eventId, signToken, siteApi } from "./site-api.ts";

const isFile = process.env.ENISHI_TEST_ENGINE !== "postgres";
/** What is told of a file, and not of a server, which has an operator of its own. */
const ofFiles = ["enishi_disk_free_bytes", "enishi_database_sound"];

let collector: CollectorProcess;
let api: ReturnType<typeof siteApi>;

beforeAll(async () => {
  collector = await startCollector({ env: { ENISHI_TRUST_PROXY: "1" } });
  api = siteApi(collector);
});
afterAll(() => collector?.end("SIGTERM"));

const figures = async () => {
  const answer = await fetch(`${collector.url}/metrics`, {
    headers: { Authorization: `Bearer ${keys.secret}` },
  });
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=/);
  return parsePrometheus(await answer.text());
};

test("what an operator needs is told, in Prometheus' own form", async () => {
  const share = () =>
    ({ id: eventId(), at: Date.now(), type: "share", code: "ABCD" }) as const;
  const known = share();
  const before = await figures();
  await api.send([known, share()]);
  await api.send([known, { ...share(), at: -1 }]);
  await api.convert({ type: "sale", orderId: "metric-1" });
  await fetch(`${collector.url}/v1/rewards`);
  for (const address of ["/r/nobodys?to=/tea", "/v1/seen.gif", "/nowhere"])
    await fetch(`${collector.url}${address}`, { redirect: "manual" });

  const after = await figures();
  const grew = (name: string, labels: Record<string, string> = {}) =>
    after.value(name, labels) - (before.find(name, labels) ?? 0);
  expect(grew("enishi_events_total", { outcome: "accepted" })).toBe(2);
  expect(grew("enishi_events_total", { outcome: "duplicate" })).toBe(1);
  expect(grew("enishi_events_total", { outcome: "refused" })).toBe(1);
  expect(grew("enishi_events_refused_total", { code: "invalid_field" })).toBe(
    1,
  );
  expect(grew("enishi_problems_total", { code: "invalid_field" })).toBe(1);
  expect(grew("enishi_problems_total", { code: "bad_key" })).toBe(1);
  // The picture's, which is answered 200 all the same.
  expect(grew("enishi_problems_total", { code: "unknown_site" })).toBe(1);
  expect(grew("enishi_answers_total", { status: "202" })).toBe(2);
  expect(grew("enishi_answer_seconds_count", { kind: "events" })).toBe(2);
  expect(grew("enishi_answer_seconds_count", { kind: "server" })).toBe(2);
  for (const kind of ["link", "pixel", "other"])
    expect(after.value("enishi_answer_seconds_count", { kind })).toBe(1);
  expect(grew("enishi_commit_seconds_count")).toBeGreaterThan(0);
  expect(grew("enishi_commands_total")).toBeGreaterThan(1);
  expect(after.value("enishi_ready")).toBe(1);
  expect(after.value("enishi_writer_queue")).toBeLessThan(10);
  expect(after.value("enishi_outbox_messages")).toBe(0);
  expect(after.value("enishi_outbox_age_seconds")).toBe(0);
  expect(after.value("enishi_ledger_imbalance")).toBe(0);
  expect(after.value("enishi_connections")).toBeGreaterThan(0);
  for (const size of [
    "enishi_database_bytes",
    ...(isFile ? ["enishi_disk_free_bytes"] : []),
    "process_resident_memory_bytes",
    "process_start_time_seconds",
  ])
    expect(after.value(size)).toBeGreaterThan(4_096);
});

test("the ledger is compared with its rewards all the time, and an outbox that waits shows its age", async () => {
  await api.asServer("POST", "/v1/endpoints", {
    // Nobody is there: private addresses are refused at the attempt.
    url: "https://nobody.invalid/hooks",
    events: ["conversion.recorded"],
  });
  const { code } = await api.putMember("metric-member");
  await api.convert({
    type: "lead",
    orderId: "metric-lead",
    customer: { id: "metric-friend" },
    code,
  });
  await eventually(async () => {
    const now = await figures();
    expect(now.value("enishi_outbox_messages")).toBe(1);
    expect(now.value("enishi_outbox_age_seconds")).toBeGreaterThan(0);
    expect(now.value("enishi_ledger_checked_total")).toBeGreaterThan(1);
    expect(now.value("enishi_ledger_rounds_total")).toBeGreaterThan(0);
    expect(now.value("enishi_ledger_imbalance")).toBe(0);
  });
});

test("every figure that the documents and the alert rules name is told", async () => {
  // Told once the whole database was read.
  if (isFile)
    await eventually(async () =>
      expect((await figures()).value("enishi_database_sound")).toBe(1),
    );
  const answer = await fetch(`${collector.url}/metrics`, {
    headers: { Authorization: `Bearer ${keys.secret}` },
  });
  const told = (await answer.text()).matchAll(/^# TYPE (\S+)/gm);
  const names = new Set([...told].map(([, name]) => name));
  const documents = ["docs/self-hosting.md", "examples/prometheus/alerts.yml"];
  const named = documents.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(/\b(?:enishi|process)_[a-z_]+\b/g),
    ].map(([name]) => name.replace(/_bucket$/, "")),
  );
  expect(named.length).toBeGreaterThan(20);
  const missing = new Set(named.filter((name) => !names.has(name)));
  expect(missing).toEqual(new Set(isFile ? [] : ofFiles));
});

test("what the alert rules count is there before it has happened, and what they compare has the same labels", async () => {
  const fresh = await startCollector();
  const answer = await fetch(`${fresh.url}/metrics`);
  const text = await answer.text();
  await fresh.end("SIGTERM");
  const figures = parsePrometheus(text);
  const rules = [
    ...readFileSync("examples/prometheus/alerts.yml", "utf8").matchAll(
      /expr: (.+)/g,
    ),
  ].map(([, rule = ""]) => rule);
  expect(rules.length).toBeGreaterThan(8);
  for (const name of ["internal", "overloaded"])
    expect(figures.value("enishi_problems_total", { code: name })).toBe(0);
  for (const job of ["settle-rewards", "deliver-webhooks"])
    expect(figures.value("enishi_job_failures_total", { job })).toBe(0);
  const compared = rules.flatMap((rule) => {
    const sides = rule.split(/ (?:>|<|==) /).map((side) => {
      const [, name] = /\b(enishi_[a-z_]+)/.exec(side) ?? [];
      if (!name || / or /.test(side)) return null;
      const [, labels = ""] =
        new RegExp(`^${name}\\{(.*)\\} `, "m").exec(text) ?? [];
      const [, without] = /sum without \((\w+)\)/.exec(side) ?? [];
      return labels
        .replace(/"[^"]*"/g, "")
        .split(/=,?/)
        .filter((label) => label && label !== without);
    });
    return sides.every((side) => side) && sides.length === 2 ? [sides] : [];
  });
  expect(compared).not.toEqual([]);
  for (const [left, right] of compared) expect(left).toEqual(right);
});

test("the log of a whole journey is lines of JSON with request ids, and knows nobody", async () => {
  const who = {
    mail: "kiwi.hanako@private.example",
    name: "Himitsu Hanako",
    externalId: "shopid-77812",
    friend: "friendid-44123",
    friendMail: "taro.kaki@private.example",
    visitor: "visitor-of-kaki-0000001",
    address: "203.0.113.77",
    orderId: "secret-order-9917",
    joinKey: "a-join-key-of-this-device-000042",
    wrongKey: "sk_wrong00000000000000000000000000000000000000",
  };
  const from = { "X-Forwarded-For": who.address };
  const ask = (method: string, path: string, headers = {}, body?: unknown) =>
    fetch(collector.url + path, {
      method,
      redirect: "manual",
      headers: { Origin: shopOrigin, ...from, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const key = { Authorization: `Bearer ${keys.secret}` };
  const member = await api.asServer<{ code: string; shareUrl: string }>(
    "PUT",
    `/v1/members/${who.externalId}`,
    { email: who.mail, name: who.name, publicName: who.name },
  );
  const { code, shareUrl } = member.body;
  const token = await signToken("member", {
    sub: who.externalId,
    email: who.mail,
    name: who.name,
  });
  const joined = await (
    await ask("POST", "/v1/members", {}, { site: keys.site, token })
  ).json();
  const lead = await signToken("conversion", {
    type: "lead",
    orderId: `lead-${who.orderId}`,
    sub: who.friend,
    email: who.friendMail,
    code,
  });
  const sale = {
    type: "sale",
    orderId: who.orderId,
    amountMinor: 10_000,
    currency: "JPY",
    customer: { id: who.friend, email: who.friendMail },
    code,
  };
  const event = (fields: object) => ({
    id: eventId(),
    at: Date.now(),
    ...fields,
  });
  const batch = (events: object[]) => ({
    site: keys.site,
    visitor: who.visitor,
    sentAt: Date.now(),
    events,
  });
  const share = new URL(shareUrl);
  const answers = [
    await ask("GET", `/r/${code}?channel=line`, { Referer: "https://x.test" }),
    await ask("GET", `/r/NOBODY${code}?to=https://evil.example`),
    await ask(
      "POST",
      "/v1/events",
      {},
      batch([event({ type: "lead", token: lead })]),
    ),
    await ask(
      "POST",
      "/v1/events",
      {},
      batch([event({ type: "lead", token: `${lead}x` })]),
    ),
    await ask("POST", "/v1/events", {}, { ...batch([]), site: who.mail }),
    await ask(
      "GET",
      `/v1/seen.gif?site=${keys.site}&type=sale&email=${who.mail}`,
    ),
    await ask("GET", "/v1/me", { Authorization: `Bearer ${joined.token}` }),
    await ask("GET", "/v1/me", { Authorization: `Bearer ${joined.token}x` }),
    await ask(
      "PATCH",
      "/v1/me",
      { Authorization: `Bearer ${joined.token}` },
      { publicName: who.name, [who.mail]: 1 },
    ),
    await ask(
      "POST",
      "/v1/members",
      {},
      { site: keys.site, joinKey: who.joinKey, email: who.mail },
    ),
    await ask(
      "POST",
      "/v1/codes/check",
      {},
      { site: keys.site, code, name: who.name },
    ),
    await ask("GET", share.pathname),
    await ask("GET", `${share.pathname}x`),
    await ask("POST", "/v1/conversions", key, sale),
    await ask("POST", "/v1/conversions", key, { ...sale, currency: "USD" }),
    await ask("POST", "/v1/conversions", key, {
      ...sale,
      orderId: [who.friendMail],
    }),
    await ask(
      "POST",
      "/v1/conversions",
      { Authorization: `Bearer ${who.wrongKey}` },
      sale,
    ),
    await ask("POST", `/v1/conversions/order:${who.orderId}x/refunds`, key, {
      refundId: "r",
      amountMinor: 1,
    }),
    await ask("GET", `/v1/members?query=${who.mail}&cursor=${who.name}`, key),
    await ask("GET", `/v1/members/${who.externalId}/export`, key),
    await ask(
      "POST",
      "/owner/login",
      {
        Origin: collector.url,
        "Content-Type": "application/x-www-form-urlencoded",
      },
      who.mail,
    ),
    await ask("GET", `/nowhere/${who.mail}?name=${who.name}`),
    await ask("DELETE", `/v1/members/${who.externalId}`, key),
  ];
  // Buffered: what was logged is all there once it has ended.
  await collector.end("SIGTERM");
  const log = collector.output();
  const lines = log.split("\n").filter((line) => line.startsWith("{"));
  const entries = lines.map(
    (line) => JSON.parse(line) as Record<string, unknown>,
  );
  expect(entries.length).toBeGreaterThan(8);
  for (const entry of entries)
    expect(entry).toMatchObject({
      level: expect.any(Number),
      time: expect.any(Number),
      msg: expect.any(String),
    });

  const refused = answers.filter(({ status }) => status >= 400);
  expect(refused.length).toBeGreaterThan(8);
  const logged = new Set(entries.map(({ requestId }) => requestId));
  for (const answer of refused) {
    const id = answer.headers.get("enishi-request-id");
    expect(id).toMatch(/^req_/);
    expect(logged, answer.url).toContain(id);
  }

  const secrets = Object.entries({
    ...who,
    code,
    token,
    lead,
    memberToken: joined.token as string,
    sharePath: share.pathname,
    secretKey: keys.secret,
    signingKey: keys.signing,
    password: keys.admin,
    user: "hanako",
    loopback: "127.0.0.1",
  });
  const said = lines.join("\n").toLowerCase();
  const leaked = secrets
    .filter(([, secret]) => said.includes(secret.toLowerCase()))
    .map(([name]) => name);
  expect(leaked).toEqual([]);
});
