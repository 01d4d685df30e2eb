import { expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";

test("blanks around a mail address are not part of it", async () => {
  const open = await openApp();
  const { body: member } = await open.asServer("PUT", "/v1/members/hanako", {
    email: " hanako@example.com\n",
  });
  expect(member.email).toBe("hanako@example.com");
  const order = {
    type: "sale",
    orderId: "A-1",
    amountMinor: 5_000,
    currency: "JPY",
  };
  const tell = (email: string) =>
    open.asServer("POST", "/v1/conversions", { ...order, customer: { email } });
  expect((await tell("\ttaro@example.com　")).status).toBe(201);
  expect((await tell("taro@example.com")).status).toBe(200);
  expect((await tell("taro @example.com")).status).toBe(400);
  await open.close();
});
