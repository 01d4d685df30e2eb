import { expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { listOf } from "./schemas/answer-fields.ts";
import { disputeAnswer } from "./schemas/disputes.ts";
import { meAnswer, myDispute } from "./schemas/me.ts";

async function opened() {
  const open = await openApp();
  const { body } = await open.asPage("POST", "/v1/members", {
    site: "pk_test",
    acceptedTerms: true,
    joinKey: "a-secret-of-this-device",
  });
  const headers = { Authorization: `Bearer ${body.token}` };
  return {
    ...open,
    member: body.member as { id: string; code: string },
    asMember: (method: string, path: string, sent?: unknown) =>
      open.asPage(method, path, sent, headers),
  };
}

test("a dispute goes from the member's device to the shop, and its answer back", async () => {
  const open = await opened();
  await open.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: "L1",
    code: open.member.code,
    customer: { id: "taro", existing: true },
  });
  const me = meAnswer.parse((await open.asMember("GET", "/v1/me")).body);
  expect(me.friends).toMatchObject([{ because: "existing_customer" }]);
  const about = me.friends[0]?.id;
  const said = { about, message: "初めて買ったと言っています" };
  const sent = await open.asMember("POST", "/v1/me/disputes", said);
  expect(sent.status).toBe(201);
  expect(myDispute.parse(sent.body)).toMatchObject({ ...said, state: "open" });
  const again = await open.asMember("POST", "/v1/me/disputes", said);
  expect(again).toMatchObject({ status: 200, body: sent.body });

  const listed = await open.asServer("GET", "/v1/disputes?state=open");
  const { items } = listOf(disputeAnswer).parse(listed.body);
  expect(items).toMatchObject([
    {
      id: sent.body.id,
      evidence: { conversions: [{ because: "existing_customer" }] },
    },
  ]);
  const path = `/v1/disputes/${sent.body.id}/answer`;
  const answer = { decision: "upheld", message: "ご指摘のとおりでした" };
  const answered = await open.asServer("POST", path, answer);
  expect(disputeAnswer.parse(answered.body).state).toBe("upheld");
  await open.asServer("POST", "/v1/conversions/order:L1/credit", {
    member: open.member.id,
    reason: "a new customer after all",
  });
  const after = meAnswer.parse((await open.asMember("GET", "/v1/me")).body);
  expect(after).toMatchObject({
    friends: [{ because: null, receipt: { by: "hand" } }],
    disputes: [{ state: "upheld", answer: answer.message }],
  });
  await open.close();
});

test("a dispute wants a member, known fields and at most 1,000 characters", async () => {
  const open = await opened();
  const say = (body: unknown) => open.asMember("POST", "/v1/me/disputes", body);
  const said = { about: null, message: "x" };
  const nobody = await open.asPage("POST", "/v1/me/disputes", said);
  expect(nobody.status).toBe(401);
  const long = await say({ ...said, message: "x".repeat(1_001) });
  expect(long.body.errors).toMatchObject([{ path: "message" }]);
  expect((await say({ message: "x" })).body.errors).toMatchObject([
    { path: "about" },
  ]);
  expect((await say({ ...said, state: "upheld" })).body.errors).toMatchObject([
    { path: "state" },
  ]);
  await open.close();
});

test("the eleventh dispute of a day is 429, with Retry-After", async () => {
  const open = await opened();
  const say = (message: string) =>
    open.asMember("POST", "/v1/me/disputes", { about: null, message });
  for (let n = 0; n < 10; n++) expect((await say(`${n}`)).status).toBe(201);
  const { status, headers, body } = await say("10");
  expect([status, body.code, headers.get("retry-after")]).toEqual([
    429,
    "rate_limited",
    "3600",
  ]);
  await open.close();
});
