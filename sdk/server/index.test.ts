import { createHmac } from "node:crypto";
import { jwtVerify } from "jose";
import { expect, test } from "vitest";
import {
  type ConversionClaims,
  readReferral,
  signConversion,
  signMember,
  verifyWebhook,
} from "./index.ts";

const signingKey = "sig_0123456789abcdefghijklmnopqrstuv";
const key = new TextEncoder().encode(signingKey);
const now = Date.UTC(2026, 10, 21);
const currentDate = new Date(now);

test("another library verifies a member token, for members only", async () => {
  const token = signMember(
    { sub: "customer-7", email: "hanako@shop.example", name: "花子" },
    { signingKey, now },
  );
  const { payload, protectedHeader } = await jwtVerify(token, key, {
    algorithms: ["HS256"],
    audience: "member",
    currentDate,
  });
  expect(protectedHeader.alg).toBe("HS256");
  expect(payload).toEqual({
    sub: "customer-7",
    email: "hanako@shop.example",
    name: "花子",
    aud: "member",
    iat: now / 1000,
    exp: now / 1000 + 3600,
  });
  await expect(
    jwtVerify(token, key, { audience: "conversion", currentDate }),
  ).rejects.toThrow();
});

test("a conversion token carries the order and never its gross profit", async () => {
  const claims = {
    type: "sale",
    orderId: "1001",
    amountMinor: 100_000,
    currency: "JPY",
    sub: "customer-8",
    grossProfitMinor: 40_000,
  } satisfies ConversionClaims & { grossProfitMinor: number };
  const token = signConversion(claims, { signingKey, now });
  const { payload } = await jwtVerify(token, key, {
    audience: "conversion",
    currentDate,
  });
  expect(payload).toMatchObject({ type: "sale", amountMinor: 100_000 });
  expect(payload).not.toHaveProperty("grossProfitMinor");
});

test("a token that would live longer than a day is refused, and so is one without a key", () => {
  const day = 24 * 60 * 60;
  const member = { sub: "customer-7" };
  const sign = (expiresInSeconds: number) =>
    signMember(member, { signingKey, expiresInSeconds });
  expect(() => sign(day)).not.toThrow();
  for (const wrong of [day + 1, 0, -1, Number.NaN]) {
    expect(() => sign(wrong)).toThrow(RangeError);
  }
  expect(() => signMember(member, { signingKey: "" })).toThrow("signingKey");
  expect(() => signMember({ sub: "" }, { signingKey })).toThrow("sub");
});

test("a wrong conversion is refused where it is signed", () => {
  const sale = { type: "sale", orderId: "1", amountMinor: 1, currency: "JPY" };
  for (const wrong of [
    { orderId: "" },
    { amountMinor: 0 },
    { amountMinor: 1.5 },
    { amountMinor: undefined },
    { currency: "yen" },
    { type: "refund" },
  ]) {
    const claims = { ...sale, ...wrong } as ConversionClaims;
    expect(() => signConversion(claims, { signingKey })).toThrow(TypeError);
  }
  expect(
    signConversion({ type: "lead", orderId: "L1" }, { signingKey }),
  ).toBeTypeOf("string");
});

test("the referral is read from the cookie header, whatever else is in it", () => {
  const at = now.toString(36);
  expect(
    readReferral(`a=1; _enishi=1.visitor.7K9M2QXB~${at}~click.; _enishi_b=2`),
  ).toEqual({
    code: "7K9M2QXB",
    visitor: "visitor",
    touches: {
      first: { code: "7K9M2QXB", at: now, click: "click" },
      last: { code: "7K9M2QXB", at: now, click: "click" },
    },
  });
  for (const none of [null, undefined, "", "_enishi=", "_enishi=1.v.."]) {
    expect(readReferral(none)).toBeNull();
  }
});

const secret = `whsec_${Buffer.from("a secret of an endpoint").toString("base64")}`;
const body = '{"type":"reward.created","data":{"名":"花子"}}';
const timestamp = String(now / 1000);

function signature(content: string): string {
  const digest = createHmac("sha256", "a secret of an endpoint")
    .update(content)
    .digest("base64");
  return `v1,${digest}`;
}

const headers = {
  "webhook-id": "msg_1",
  "webhook-timestamp": timestamp,
  "webhook-signature": signature(`msg_1.${timestamp}.${body}`),
};

test("a signed webhook is parsed, from Node's headers and from fetch's", () => {
  expect(verifyWebhook(body, headers, secret, { now })).toEqual(
    JSON.parse(body),
  );
  const rotated = new Headers({
    ...headers,
    "webhook-signature": `v1,AAAA v2,x ${headers["webhook-signature"]}`,
  });
  expect(
    verifyWebhook(Buffer.from(body), rotated, secret, { now }),
  ).toMatchObject({ type: "reward.created" });
});

test("a changed, old, early, unsigned or foreign webhook is refused", () => {
  const verify = (
    changes: Partial<typeof headers>,
    { payload = body, key = secret, at = now } = {},
  ) => verifyWebhook(payload, { ...headers, ...changes }, key, { now: at });
  expect(() => verify({}, { payload: `${body} ` })).toThrow("signature");
  expect(() => verify({}, { at: now + 301_000 })).toThrow("five minutes");
  expect(() => verify({}, { at: now - 301_000 })).toThrow("five minutes");
  expect(() => verify({ "webhook-id": "msg_2" })).toThrow("signature");
  expect(() => verify({ "webhook-signature": "" })).toThrow("header");
  expect(() => verify({ "webhook-timestamp": "soon" })).toThrow("seconds");
  expect(() => verify({}, { key: "whsec_AAAA" })).toThrow("signature");
  expect(() => verify({}, { key: "" })).toThrow("whsec_");
});
