import { Webhook } from "standardwebhooks";
import { expect, onTestFinished, test, vi } from "vitest";
import { verifyWebhook } from "../../sdk/server/verify-webhook.ts";
import { signWebhook } from "./sign-webhook.ts";

const secret = `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`;
const now = Date.UTC(2026, 3, 1, 12);
const payload = JSON.stringify({ type: "webhook.test", data: { 縁: "a,b.c" } });
const signed = (over: object = {}) =>
  signWebhook({ id: "dlv_1", secret, payload, now, ...over });

test("the specification's own library takes our signature, and nothing that was changed", () => {
  vi.useFakeTimers({ now });
  onTestFinished(() => void vi.useRealTimers());
  const library = new Webhook(secret);
  expect(library.verify(payload, signed())).toEqual(JSON.parse(payload));
  expect(() => library.verify(`${payload} `, signed())).toThrow();
  expect(() =>
    library.verify(payload, { ...signed(), "webhook-id": "dlv_2" }),
  ).toThrow();
  expect(() =>
    library.verify(payload, signed({ now: now - 10 * 60_000 })),
  ).toThrow();
});

test("so does our own", () => {
  const body = verifyWebhook(payload, signed(), secret, { now });
  expect(body).toEqual(JSON.parse(payload));
  expect(() => verifyWebhook(`${payload} `, signed(), secret, { now })).toThrow(
    /signature/,
  );
});
