import { afterEach, beforeEach, expect, test } from "vitest";
import { openReceiver } from "../../tests/open-receiver.ts";
import { refuseWebhookUrl } from "../actions/webhook-url.ts";
import { sendOver } from "./send-webhook.ts";

let receiver: Awaited<ReturnType<typeof openReceiver>>;
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.end());

const loopback = async () => [{ address: "127.0.0.1", family: 4 }];
const near = { allowPrivate: true, resolve: loopback };
const far = { allowPrivate: false, resolve: loopback };
const request = () => ({
  url: receiver.url,
  headers: { "webhook-id": "dlv_1" },
  body: '{"縁":1}',
});
const send = sendOver(near);

test("the body arrives as it is, and the answer's status and beginning come back", async () => {
  receiver.answerStatus(503, { "Retry-After": "120" });
  expect(await send(request())).toEqual({
    status: 503,
    retryAfter: "120",
    answer: "answered 503",
  });
  expect(receiver.received).toMatchObject([
    {
      body: '{"縁":1}',
      path: "/hooks",
      headers: { "webhook-id": "dlv_1", "content-length": "9" },
    },
  ]);
});

test("a redirect is an answer, and is not followed", async () => {
  receiver.answerStatus(302, { Location: receiver.url });
  expect(await send(request())).toMatchObject({ status: 302 });
  expect(receiver.received).toHaveLength(1);
});

test("of an endless answer four kilobytes are read", async () => {
  receiver.answerWith((response) => {
    response.writeHead(200);
    const more = () => {
      while (response.writable && response.write("x".repeat(16_384)));
    };
    response.on("drain", more);
    more();
  });
  const { status, answer } = await send(request());
  expect([status, answer.length]).toEqual([200, 4_096]);
});

test("who never answers has timed out; who stops in the middle of a body has answered", async () => {
  const hasty = sendOver(near, { timeoutMs: 1_000 });
  receiver.answerWith(() => {});
  await expect(hasty(request())).rejects.toMatchObject({
    because: "timed_out",
  });
  receiver.answerWith((response) => {
    response.writeHead(200);
    response.write("half of");
  });
  expect(await hasty(request())).toMatchObject({
    status: 200,
    answer: "half of",
  });
});

test("where nobody listens, the log gets the system's word for it", async () => {
  await receiver.end();
  await expect(send(request())).rejects.toMatchObject({
    because: "unreachable",
    message: "ECONNREFUSED",
  });
});

test("a connection goes to the address that was resolved", async () => {
  const url = `http://crm.localhost:${receiver.port}/`;
  await send({ ...request(), url });
  expect(receiver.received[0]?.headers.host).toBe(
    `crm.localhost:${receiver.port}`,
  );
});

test("a name that was public when it was given and now leads inside is refused before anything is sent", async () => {
  const url = `https://crm.example:${receiver.port}/`;
  let addresses = ["8.8.8.8"];
  const rebinding = {
    allowPrivate: false,
    resolve: async () =>
      addresses.map((address) => ({ address, family: 4 as const })),
  };
  await refuseWebhookUrl(url, rebinding);
  addresses = ["127.0.0.1"];
  await expect(
    sendOver(rebinding)({ ...request(), url }),
  ).rejects.toMatchObject({ because: "private_address" });
  expect(receiver.received).toEqual([]);
});

test("an address inside is refused even where it came into the table by itself", async () => {
  for (const url of [receiver.url, `https://127.0.0.1:${receiver.port}/`])
    await expect(sendOver(far)({ ...request(), url })).rejects.toMatchObject({
      because: "private_address",
    });
  expect(receiver.received).toEqual([]);
});
