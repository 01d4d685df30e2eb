import { Webhook } from "standardwebhooks";
import { expect, onTestFinished, test } from "vitest";
import { verifyWebhook } from "../sdk/server/index.ts";
import { keys, newDatabase, startCollector } from "./collector-process.ts";
import { eventually } from "./eventually.ts";
import { openReceiver } from "./open-receiver.ts";

/** For a process whose clock is ahead: the first pause between tries is over. */
const aMinuteLater = `--import=data:text/javascript,${encodeURIComponent("const now = Date.now; Date.now = () => now() + 60_000;")}`;

test("a receiver that was down hears of a sale from the next process", async () => {
  const receiver = await openReceiver();
  onTestFinished(receiver.end);
  const settings = {
    database: await newDatabase(),
    env: { ENISHI_WEBHOOKS_ALLOW_PRIVATE: "1" },
  };
  const call = async (url: string, path: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method: body ? "POST" : "GET",
      headers: { Authorization: `Bearer ${keys.secret}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(response.ok).toBe(true);
    return response.json();
  };

  const first = await startCollector(settings);
  const { secret } = await call(first.url, "/v1/endpoints", {
    url: receiver.url,
    events: ["conversion.recorded"],
  });
  receiver.answerStatus(503);
  await call(first.url, "/v1/conversions", {
    type: "sale",
    orderId: "A-1",
    amountMinor: 100_000,
    currency: "JPY",
  });
  const logged = async (url: string) =>
    (await call(url, "/v1/deliveries")).items[0];
  await eventually(async () =>
    expect(await logged(first.url)).toMatchObject({ attempts: 1 }),
  );
  await first.end("SIGKILL");

  receiver.answerStatus(200);
  const second = await startCollector({
    ...settings,
    env: { ...settings.env, NODE_OPTIONS: aMinuteLater },
  });
  onTestFinished(() => void second.end("SIGKILL"));
  await eventually(async () =>
    expect(await logged(second.url)).toMatchObject({ state: "delivered" }),
  );
  const { headers, body } = receiver.received.at(-1) ?? {
    headers: {},
    body: "",
  };
  const sale = { data: { conversion: { orderId: "A-1" } } };
  expect(new Webhook(secret).verify(body, headers)).toMatchObject(sale);
  expect(verifyWebhook(body, headers, secret)).toMatchObject(sale);
});
