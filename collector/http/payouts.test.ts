import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { settleRewards } from "../actions/settle-rewards.ts";
import { readCsv } from "../domain/csv.ts";
import * as answers from "./schemas/payouts.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

/** One confirmed sale: 1,200 yen for each side. */
async function sold(name = "花子") {
  const { code } = await open.member("=hanako", {
    name,
    email: "hanako@example.com",
  });
  await open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "A-1",
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: "taro" },
    code,
    occurredAt: open.clock.now,
  });
  open.clock.now += 31 * 86_400_000;
  await settleRewards(open.work);
}

test("a run is made, exported, paid once and counted in its year", async () => {
  await sold('+花子 "Hana", 1');
  const body = { runId: "april", currency: "JPY", minimumMinor: 1_000 };
  const made = await open.asServer("POST", "/v1/payouts", body);
  expect(made.status).toBe(201);
  const payout = answers.payoutAnswer.parse(made.body);
  const again = await open.asServer("POST", "/v1/payouts", body);
  expect([again.status, again.body]).toEqual([200, made.body]);
  const read = await open.asServer("GET", `/v1/payouts/${payout.id}`);
  expect(read.body).toEqual(made.body);
  answers.payoutsAnswer.parse((await open.asServer("GET", "/v1/payouts")).body);

  const file = await open.app.request(`/v1/payouts/${payout.id}.csv`, {
    headers: { Authorization: "Bearer sk_test" },
  });
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("content-disposition")).toContain(`${payout.id}.csv`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...lines] = readCsv(new TextDecoder().decode(bytes)).map(
    ({ cells }) => cells,
  );
  const rows = lines.map((cells) =>
    Object.fromEntries(cells.map((cell, n) => [header?.[n], cell])),
  );
  expect(rows).toHaveLength(2);
  expect(rows.find(({ name }) => name)).toMatchObject({
    payout: payout.id,
    externalId: "'=hanako",
    name: '\'+花子 "Hana", 1',
    email: "hanako@example.com",
    rewards: "1",
    currency: "JPY",
    amountMinor: "1200",
    amount: "1200",
  });

  const wrong = await open.asServer(
    "POST",
    `/v1/payouts/${payout.id}/payment`,
    { totalMinor: 2_401 },
  );
  expect([wrong.status, wrong.body.code]).toEqual([409, "state_conflict"]);
  const click = () =>
    open.asServer("POST", `/v1/payouts/${payout.id}/payment`, {
      totalMinor: 2_400,
    });
  const first = await click();
  expect(answers.payoutAnswer.parse(first.body).state).toBe("paid");
  const second = await click();
  expect([second.status, second.body]).toEqual([200, first.body]);
  const totals = await open.asServer("GET", "/v1/payouts/totals?year=2026");
  expect(
    answers.totalsAnswer.parse(totals.body).items.map((one) => one.totalMinor),
  ).toEqual([1_200, 1_200]);
});

test("a run that is given up frees what was in it", async () => {
  await sold();
  const make = (runId: string) =>
    open.asServer("POST", "/v1/payouts", { runId, currency: "JPY" });
  const { body } = await make("one");
  const cancelled = await open.asServer(
    "POST",
    `/v1/payouts/${body.id}/cancellation`,
    { reason: "mistaken" },
  );
  expect(answers.payoutAnswer.parse(cancelled.body).state).toBe("cancelled");
  expect((await make("two")).body.totalMinor).toBe(2_400);
});

test("what is asked wrongly is refused, and what is not there is not found", async () => {
  const wrong = await open.asServer("POST", "/v1/payouts", {
    currency: "YEN",
    minimumMinor: -1,
    kinds: ["money"],
  });
  expect(wrong.body.errors.map(({ path }: { path: string }) => path)).toEqual([
    "runId",
    "currency",
    "minimumMinor",
    "kinds[0]",
  ]);
  for (const path of ["pay_none", "pay_none.csv"])
    expect((await open.asServer("GET", `/v1/payouts/${path}`)).status).toBe(
      404,
    );
  expect((await open.asServer("GET", "/v1/payouts/totals")).status).toBe(400);
  expect((await open.call("GET", "/v1/payouts/pay_none.csv")).status).toBe(401);
});
