import { expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { conversionAnswer } from "./schemas/conversions.ts";

test("the API answers the verdict, and the owner's confirmation ends a hold", async () => {
  const open = await openApp();
  const { code } = await open.member();
  const { body } = await open.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: "L1",
    code,
    customer: { id: "taro", email: "taro@sub.mailinator.com" },
  });
  expect(conversionAnswer.parse(body)).toMatchObject({
    verdict: {
      score: 70,
      held: true,
      reasons: [
        { code: "disposable_mail", points: 60 },
        { code: "newness_unanswered", points: 10 },
      ],
    },
    rewards: [{ because: "fraud_hold" }, { because: "fraud_hold" }],
  });
  const { body: confirmed } = await open.asServer(
    "POST",
    `/v1/rewards/${body.rewards[0].id}/confirmation`,
  );
  expect(confirmed).toMatchObject({ state: "confirmed", because: null });
  await open.close();
});

test("a link on a coupon site is known by the host that sent the visitor, and by that alone", async () => {
  const open = await openApp();
  const { code } = await open.member();
  const landed = await open.call("GET", `/r/${code}`, undefined, {
    Referer: "https://www.retailmenot.com/view/shop?user=taro",
    "User-Agent": "Mozilla/5.0",
  });
  const click = new URL(landed.headers.get("location") ?? "").searchParams.get(
    "ec",
  );
  const stored = await open.work.db
    .selectFrom("events")
    .select("props")
    .execute();
  expect(stored).toEqual([{ props: '{"referrer":"www.retailmenot.com"}' }]);
  const visitor = "visitor-0000000000001";
  await open.events(
    [
      {
        id: "event-00000000000001",
        type: "click",
        at: open.clock.now,
        code,
        click,
      },
    ],
    { visitor },
  );
  const { body } = await open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "S1",
    amountMinor: 10_000,
    currency: "JPY",
    visitor,
  });
  expect(body.verdict.reasons[0].code).toBe("coupon_site");
  await open.close();
});
