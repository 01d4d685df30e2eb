import { beforeEach, expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { refundAnswer } from "./schemas/conversions.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
  const { code } = await open.member();
  await open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "A-1",
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: "taro", existing: false },
    code,
  });
  return () => open.close();
});

const send = (what: "changes" | "refunds", body: object) =>
  open.asServer("POST", `/v1/conversions/order:A-1/${what}`, body);

test("a change is 201, and 200 when it comes again", async () => {
  const change = { changeId: "C-1", amountMinor: 50_000, currency: "JPY" };
  const first = await send("changes", change);
  expect(first.status).toBe(201);
  expect(refundAnswer.parse(first.body)).toMatchObject({
    conversion: { amountMinor: 50_000 },
    adjustments: [
      { to: "referrer", amountMinor: -600 },
      { to: "friend", amountMinor: -600 },
    ],
  });
  const again = await send("changes", change);
  expect([again.status, again.body]).toEqual([200, first.body]);
});

test.each([
  [{ changeId: "C-1" }, 400, "amountMinor"],
  [{ changeId: "C-1", amountMinor: 0 }, 400, "amountMinor"],
  [{ amountMinor: 5 }, 400, "changeId"],
  [{ changeId: "C-1", amountMinor: 5, currency: "USD" }, 409, "currency"],
  [{ changeId: "C-1", amountMinor: 5, reason: "x" }, 400, "reason"],
])("the change %o is refused with %i at %s", async (body, status, path) => {
  const answer = await send("changes", body);
  expect([answer.status, answer.body.errors[0].path]).toEqual([status, path]);
});

test("only a chargeback may leave out how much", async () => {
  const refund = await send("refunds", { refundId: "R-1" });
  expect([refund.status, refund.body.errors[0].path]).toEqual([
    400,
    "amountMinor",
  ]);
  const { status, body } = await send("refunds", {
    refundId: "R-1",
    reason: "chargeback",
  });
  expect(status).toBe(201);
  expect(refundAnswer.parse(body).conversion).toMatchObject({
    refundedMinor: 100_000,
    chargedBackAt: open.work.now(),
    rewards: [{ because: "refunded" }, { because: "refunded" }],
  });
  const other = await send("refunds", { refundId: "R-1", amountMinor: 5 });
  expect([other.status, other.body.code]).toEqual([409, "state_conflict"]);
});

test("the audit log and the person's own export know of a change", async () => {
  await send("changes", { changeId: "C-1", amountMinor: 50_000 });
  const { body } = await open.asServer("GET", "/v1/conversions?orderId=A-1");
  const audit = await open.asServer(
    "GET",
    `/v1/audit?subject=${body.items[0].id}`,
  );
  expect(audit.body.items).toContainEqual(
    expect.objectContaining({
      action: "change_conversion",
      actor: "api",
      reason: "change C-1: 100000 JPY to 50000 JPY",
    }),
  );
  const held = await open.asServer("GET", "/v1/members/taro/export");
  expect(held.body.changes).toMatchObject([
    { changeId: "C-1", amountBeforeMinor: 100_000, amountAfterMinor: 50_000 },
  ]);
});
