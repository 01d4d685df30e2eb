import { expect, test } from "vitest";
import { examineLists } from "./examine-lists.ts";

const options = { site: "pk_test", collector: "https://ref.shop.example" };

test.each([
  ["*.shop.example", "shop.example"],
  [".shop.example, 紹介.example", "shop.example,xn--xmqu54i.example"],
  ["https://shop.example/cart shop.example.", "shop.example,shop.example"],
  ["sh%p.example,pay.example", "pay.example"],
])("of data-domains %s it says %s", (domains, right) => {
  expect(examineLists({ ...options, domains })).toMatchObject({
    isGood: false,
    details: [domains, right],
  });
});

test.each([
  ["?friend", "friend"],
  ["friend=", "friend"],
  ["friend;by、from", "friend,by,from"],
])("of data-param %s it says %s", (param, right) => {
  expect(examineLists({ ...options, param })).toEqual({
    isGood: false,
    details: [param, right],
    exception: "listParam",
  });
});

test("what can be read is good, and so is nothing", () => {
  for (const good of [
    {},
    { domains: "", param: "", forms: "" },
    { domains: "HTTPS://Shop.example:8443/x, localhost;null 127.0.0.1 [::1]" },
    { param: "friend, by", domains: "紹介.example" },
  ]) {
    expect(examineLists({ ...options, ...good }).isGood).toBe(true);
  }
});
