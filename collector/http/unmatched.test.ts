import { expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { listOf } from "./schemas/answer-fields.ts";
import { conversionAnswer } from "./schemas/conversions.ts";

test("an order that matched nobody is listed with a guess, and credited by hand", async () => {
  const open = await openApp();
  const { id, code } = await open.member();
  const wrong = code.slice(0, 7) + (code.endsWith("2") ? "3" : "2");
  await open.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: "L1",
    code: wrong,
    customer: { id: "taro" },
  });
  const listed = await open.asServer("GET", "/v1/conversions?unmatched=true");
  expect(listOf(conversionAnswer).parse(listed.body).items).toMatchObject([
    { because: "unknown_code", guesses: [{ member: id, code }] },
  ]);
  const credited = await open.asServer(
    "POST",
    "/v1/conversions/order:L1/credit",
    { member: "hanako", reason: "a typing error" },
  );
  expect(credited.status).toBe(200);
  expect(conversionAnswer.parse(credited.body)).toMatchObject({
    attributed: { member: id, by: "hand" },
  });
  const { body } = await open.asServer("GET", "/v1/conversions?unmatched=true");
  expect(body.items).toEqual([]);
  await open.close();
});

test("credit by hand wants a member who exists, and a reason", async () => {
  const open = await openApp();
  await open.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: "L",
  });
  const credit = (body: object) =>
    open.asServer("POST", "/v1/conversions/order:L/credit", body);
  expect(await credit({ member: "nobody", reason: "x" })).toMatchObject({
    status: 404,
  });
  expect(await credit({ member: "hanako" })).toMatchObject({
    status: 400,
    body: { errors: [{ path: "reason" }] },
  });
  await open.close();
});
