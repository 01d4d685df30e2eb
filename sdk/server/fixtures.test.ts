import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { EventBatch } from "../protocol/events.ts";
import { type ConversionClaims, signConversion } from "./index.ts";

const options = {
  signingKey: "sig_fixture0123456789abcdefghijklmnop",
  now: Date.UTC(2026, 10, 21, 12),
};
const customer = { sub: "customer-8", email: "taro@friend.example" };
const signed: Record<string, ConversionClaims> = {
  "lead-signed": { type: "lead", orderId: "brochure-7", ...customer },
  "sale-signed": {
    type: "sale",
    orderId: "1001",
    amountMinor: 100_000,
    currency: "JPY",
    marginClass: "default",
    ...customer,
  },
};

test.for(Object.entries(signed))(
  "the golden %s carries a token as a shop signs it",
  ([name, claims]) => {
    const file = new URL(`../protocol/fixtures/${name}.json`, import.meta.url);
    const { events } = JSON.parse(readFileSync(file, "utf8")) as EventBatch;
    expect(events).toMatchObject([{ token: signConversion(claims, options) }]);
  },
);
