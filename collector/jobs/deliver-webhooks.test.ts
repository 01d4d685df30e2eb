import type { ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";
import {
  afterEach,
  beforeEach,
  expect,
  onTestFinished,
  test,
  vi,
} from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { openReceiver } from "../../tests/open-receiver.ts";
import { openWork, word } from "../../tests/open-work.ts";
import { trustClock } from "../../tests/trust-clock.ts";
import type { ActionInput, ActionOutput, Actions } from "../actions/actions.ts";
import { listAudit } from "../actions/list-audit.ts";
import { listDeliveries, listEndpoints } from "../actions/list-deliveries.ts";
import { dueEndpoints } from "../actions/take-deliveries.ts";
import { runCommand } from "../ingest/commands.ts";
import { deliverWebhooks } from "./deliver-webhooks.ts";
import { sendOver } from "./send-webhook.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

let open: Awaited<ReturnType<typeof openWork>>;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
beforeEach(async () => {
  open = await openWork();
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.end();
  open.close();
});

function run<Name extends keyof Actions>(
  name: Name,
  input: ActionInput<Name>,
): Promise<ActionOutput<Name>> {
  return runCommand(open.work, { name, input }) as Promise<ActionOutput<Name>>;
}

function newDeliverer(timeoutMs: number, errors: unknown[]) {
  const network = { allowPrivate: true, resolve: async () => [] };
  return deliverWebhooks(
    {
      due: () => dueEndpoints(open.work),
      take: (endpoint) => run("takeDeliveries", { endpoint }),
      settle: (attempt) => run("settleDelivery", attempt),
      giveBack: (deliveries) => run("giveBackDeliveries", { deliveries }),
    },
    {
      send: sendOver(network, { timeoutMs }),
      now: open.work.now,
      chance: () => 0,
      onError: (error) => errors.push(error),
    },
  );
}

/** One round of the job, until nothing is under way. */
async function deliver(timeoutMs = 10_000) {
  const errors: unknown[] = [];
  const deliverer = newDeliverer(timeoutMs, errors);
  await deliverer.run();
  await deliverer.idle();
  expect(errors).toEqual([]);
}

const subscribe = (url = receiver.url) =>
  run("createEndpoint", {
    siteId: open.siteId,
    url,
    events: ["conversion.recorded"],
    by: "test",
  });
const sale = (orderId = "A-1") =>
  run("recordConversion", { siteId: open.siteId, word: word({ orderId }) });
const log = async () =>
  (await listDeliveries(open.work, { siteId: open.siteId, limit: 200 })).items;
const endpoints = () => listEndpoints(open.work, { siteId: open.siteId });

test("a change arrives once, signed so that the specification's own library takes it", async () => {
  const { secret } = await subscribe();
  await sale();
  await deliver();
  await deliver();
  expect(receiver.received).toHaveLength(1);
  const { headers = {}, body = "" } = receiver.received[0] ?? {};
  vi.useFakeTimers({ now: open.clock.now, toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    type: "conversion.recorded",
    data: { conversion: { orderId: "A-1" } },
  });
  expect(headers["content-type"]).toBe("application/json");
  expect(await log()).toMatchObject([
    { state: "delivered", attempts: 1, status: 204, nextAttemptAt: null },
  ]);
});

test("a failed delivery is tried again under the same id and a new time, and says in the log what came", async () => {
  await subscribe();
  await sale();
  receiver.answerStatus(500);
  await deliver();
  expect(await log()).toMatchObject([
    {
      state: "pending",
      because: "refused",
      status: 500,
      detail: "answered 500",
      nextAttemptAt: open.clock.now + 5_000,
    },
  ]);
  await deliver();
  expect(receiver.received).toHaveLength(1);
  open.clock.now += 5_000;
  receiver.answerStatus(200);
  await deliver();
  const [first, second] = receiver.received.map(({ headers }) => headers);
  expect(second?.["webhook-id"]).toBe(first?.["webhook-id"]);
  expect(second?.["webhook-timestamp"]).not.toBe(first?.["webhook-timestamp"]);
  expect(await log()).toMatchObject([{ state: "delivered", attempts: 2 }]);
  expect(await endpoints()).toMatchObject([{ failingSince: null }]);
});

test("a receiver that is down is reached once it is up again", async () => {
  await subscribe();
  await sale();
  await receiver.end();
  await deliver();
  expect(await log()).toMatchObject([
    { because: "unreachable", status: null, detail: "ECONNREFUSED" },
  ]);
  await receiver.begin();
  open.clock.now += 5_000;
  await deliver();
  expect(await log()).toMatchObject([{ state: "delivered", because: null }]);
});

test("timeouts and redirects are failures like any other", async () => {
  await subscribe();
  await sale();
  receiver.answerWith(() => {});
  await deliver(100);
  expect(await log()).toMatchObject([{ because: "timed_out" }]);
  open.clock.now += 5_000;
  receiver.answerStatus(308, { Location: `${receiver.url}/elsewhere` });
  await deliver();
  expect(await log()).toMatchObject([{ because: "redirected", status: 308 }]);
  expect(receiver.received.map(({ path }) => path)).not.toContain(
    "/hooks/elsewhere",
  );
});

test("who asks for a pause gets it", async () => {
  await subscribe();
  await sale();
  receiver.answerStatus(429, { "Retry-After": "3600" });
  await deliver();
  expect((await log())[0]?.nextAttemptAt).toBe(open.clock.now + hourMs);
});

test("410 switches the endpoint off at once, and gives up all that waits for it", async () => {
  await subscribe();
  await sale("A-1");
  receiver.answerStatus(500);
  await deliver();
  await sale("A-2");
  receiver.answerStatus(410);
  await deliver();
  expect(await endpoints()).toMatchObject([
    { state: "disabled", because: "gone" },
  ]);
  expect(await log()).toMatchObject([
    { state: "failed", because: "gone" },
    { state: "failed", because: "endpoint_disabled" },
  ]);
  const { items } = await listAudit(open.work, {
    siteId: open.siteId,
    action: "disable_endpoint",
  });
  expect(items).toMatchObject([{ actor: "collector", reason: "gone" }]);
  await sale("A-3");
  open.clock.now += dayMs;
  await deliver();
  expect(await log()).toHaveLength(2);
  expect(receiver.received).toHaveLength(2);
});

test("five days of failure switch an endpoint off, visibly", async () => {
  await subscribe();
  await sale();
  receiver.answerStatus(500);
  const beganAt = open.clock.now;
  let tried = 0;
  for (;;) {
    await deliver();
    tried += 1;
    const [{ nextAttemptAt } = {}] = await log();
    if (!nextAttemptAt) break;
    expect(await endpoints()).toMatchObject([
      { state: "enabled", failingSince: beganAt },
    ]);
    open.clock.now = nextAttemptAt;
  }
  expect(open.clock.now - beganAt).toBeGreaterThanOrEqual(5 * dayMs);
  expect(receiver.received).toHaveLength(tried);
  expect(await endpoints()).toMatchObject([
    { state: "disabled", because: "failing" },
  ]);
  expect(await log()).toMatchObject([{ state: "failed", because: "refused" }]);
});

test("a clock that is years ahead for a moment switches no endpoint off", async () => {
  await subscribe();
  await sale();
  receiver.answerStatus(500);
  await trustClock(open.work);
  await deliver();
  open.clock.now += 730 * dayMs;
  await deliver();
  expect(receiver.received).toHaveLength(2);
  expect(await endpoints()).toMatchObject([{ state: "enabled" }]);
});

test("a delivery under way when the process died is sent again by the next", async () => {
  const { id } = await subscribe();
  await sale();
  const [taken] = await run("takeDeliveries", { endpoint: id });
  await deliver();
  expect(receiver.received).toEqual([]);
  open.clock.now += 5 * minuteMs;
  await deliver();
  expect(receiver.received[0]?.headers["webhook-id"]).toBe(taken?.id);
  expect(await log()).toMatchObject([{ state: "delivered" }]);
});

test("who stops waits for what receivers are being told, and leaves the rest due", async () => {
  await subscribe();
  for (let n = 0; n < 9; n += 1) await sale(`A-${n}`);
  const waiting: ServerResponse[] = [];
  receiver.answerWith((response) => void waiting.push(response));
  const errors: unknown[] = [];
  const deliverer = newDeliverer(10_000, errors);
  await deliverer.run();
  await eventually(() => expect(waiting).toHaveLength(4));
  const stopped = deliverer.stop(10_000);
  for (const response of waiting) response.writeHead(204).end();
  await stopped;
  await deliverer.run();
  await deliverer.idle();
  expect(receiver.received).toHaveLength(4);
  const states = (await log()).map(({ state }) => state).sort();
  expect(states).toEqual([
    ...Array(4).fill("delivered"),
    ...Array(5).fill("pending"),
  ]);
  // At once, and not when a lease is over.
  receiver.answerStatus(204);
  await deliver();
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(9);
  expect(ids).toHaveLength(9);
  expect(errors).toEqual([]);
});

test("who stops waits for a silent receiver no longer than it says, and complains of nothing", async () => {
  await subscribe();
  for (let n = 0; n < 6; n += 1) await sale(`A-${n}`);
  receiver.answerWith(() => {});
  const errors: unknown[] = [];
  const deliverer = newDeliverer(10_000, errors);
  await deliverer.run();
  await eventually(() => expect(receiver.received).toHaveLength(4));
  await deliverer.stop(1);
  await eventually(async () => {
    const due = (await log()).filter(
      ({ nextAttemptAt }) => nextAttemptAt === open.clock.now,
    );
    expect(due).toHaveLength(2);
  });
  expect(errors).toEqual([]);
});

test("a backlog is worked off in one round, four at a time", async () => {
  await subscribe();
  for (let n = 0; n < 50; n += 1) await sale(`A-${n}`);
  await deliver();
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(50);
  expect(receiver.received).toHaveLength(50);
  expect(receiver.mostAtOnce()).toBeLessThanOrEqual(4);
});

test("an endpoint that never answers keeps no other waiting", async () => {
  const slow = await openReceiver();
  onTestFinished(slow.end);
  slow.answerWith(() => {});
  await subscribe(slow.url);
  await subscribe();
  await sale();
  const round = deliver(2_000);
  await eventually(() => expect(receiver.received).toHaveLength(1));
  expect((await log()).map(({ state }) => state)).toContain("pending");
  await slow.end();
  await round;
});

test("an endpoint deleted while it is being called is no error", async () => {
  const { id } = await subscribe();
  await sale();
  const deleted = new Promise<void>((resolve, reject) => {
    receiver.answerWith((response) => {
      run("deleteEndpoint", { siteId: open.siteId, endpoint: id, by: "test" })
        .then(() => response.writeHead(200).end())
        .then(() => resolve(), reject);
    });
  });
  await deliver();
  await deleted;
  expect(await log()).toEqual([]);
});

test("a test is sent once: nobody waits hours for it, and it judges nobody", async () => {
  const { id } = await subscribe();
  const ask = () => run("testEndpoint", { siteId: open.siteId, endpoint: id });
  await ask();
  await deliver();
  expect(JSON.parse(receiver.received[0]?.body ?? "")).toMatchObject({
    type: "webhook.test",
    data: { endpoint: id },
  });
  receiver.answerStatus(500);
  await ask();
  await deliver();
  expect((await log())[0]).toMatchObject({ state: "failed", attempts: 1 });
  expect(await endpoints()).toMatchObject([{ failingSince: null }]);
});

test("the log forgets after thirty days, but never what is still to be sent", async () => {
  await subscribe();
  await sale("A-1");
  await deliver();
  receiver.answerStatus(500);
  await sale("A-2");
  await deliver();
  // A clock that is years ahead for a moment makes nothing old.
  const { now } = open.clock;
  await run("watchClock", undefined);
  open.clock.now = now + 730 * dayMs;
  await run("forgetDeliveries", undefined);
  open.clock.now = now;
  await run("watchClock", undefined);
  expect(await log()).toHaveLength(2);
  open.clock.now = now + 31 * dayMs;
  await trustClock(open.work);
  expect(await run("forgetDeliveries", undefined)).toEqual({ more: false });
  expect(await log()).toMatchObject([{ state: "pending" }]);
});
