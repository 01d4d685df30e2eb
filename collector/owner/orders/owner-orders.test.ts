import { beforeEach, expect, test } from "vitest";
import { fieldsIn, openOwner } from "../../../tests/open-owner.ts";
import { word } from "../../../tests/open-work.ts";
import { recordConversion } from "../../actions/record-conversion.ts";

let open: Awaited<ReturnType<typeof openOwner>>;
let member: { id: string; code: string };
beforeEach(async () => {
  open = await openOwner();
  ({ body: member } = await open.asServer("PUT", "/v1/members/hanako", {
    name: "花子",
  }));
  return () => open.close();
});

/** A sale of 100,000 yen, and the address of its page. */
async function sale(fields: object = {}) {
  const { body } = await open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "A-1",
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: "taro", existing: false },
    code: member.code,
    ...fields,
  });
  return { ...body, path: `/owner/orders/${body.id}` };
}

/** What the page's form with this action would send, with what is typed into it. */
async function submit(from: string, action: string, typed: object) {
  const html = await open.get(from);
  const [, form = ""] =
    new RegExp(`<form[^>]*action="${action}"[^>]*>(.*?)</form>`, "s").exec(
      html,
    ) ?? [];
  const fields = fieldsIn(form);
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  return open.post(action, fields);
}

test("the list has every order, the newest first, and finds one by the shop's number", async () => {
  await sale();
  await sale({ orderId: "A-2", code: undefined, customer: { id: "jiro" } });
  const all = await open.get("/owner/orders?lang=en");
  expect(all.indexOf("A-2")).toBeLessThan(all.indexOf("A-1"));
  expect(all).toContain("nobody’s link or code was met");
  const found = await open.get("/owner/orders?id=A-1");
  expect([found.includes(">A-1<"), found.includes(">A-2<")]).toEqual([
    true,
    false,
  ]);
  const nobodys = await open.get("/owner/orders?state=nobody");
  expect([nobodys.includes(">A-1<"), nobodys.includes(">A-2<")]).toEqual([
    false,
    true,
  ]);
});

test("an order's page says who is credited and why, and every line of its ledger", async () => {
  const { path } = await sale();
  const page = await open.get(`${path}?lang=en`);
  expect(page).toContain("花子");
  expect(page).toContain("A code that was given with the order");
  expect(page).toContain("this one counts");
  expect(page).toContain("¥40,000 counted");
  expect(page).toContain("+¥1,200");
  expect(page).toContain("is new");
});

test("a refund says what it takes before it is done, and pressed twice is one", async () => {
  const { path, id } = await sale();
  await open.get("/owner/orders?lang=en");
  const preview = `${path}/refund?amount=25,000&reason=refund`;
  const html = await open.get(preview);
  expect(html).toContain("A refund of ¥25,000: ¥75,000 of the order is left.");
  expect(html).toContain("−¥300");
  expect(html).toContain("¥900 stands afterwards");
  const before = await open.asServer("GET", "/v1/conversions?orderId=A-1");
  expect(before.body.items[0].refundedMinor).toBe(0);

  const fields = [...fieldsIn(html), ["reason", "one came back"] as const];
  for (const _ of [1, 2]) {
    const answer = await open.post(
      `${path}/refunds`,
      fields.map(([name, value]) => [name, value]),
    );
    expect(answer.location).toBe(path);
  }
  const after = await open.asServer("GET", "/v1/conversions?orderId=A-1");
  expect(after.body.items[0]).toMatchObject({
    id,
    refundedMinor: 25_000,
    rewards: [{ amountMinor: 900 }, { amountMinor: 900 }],
  });
  const page = await open.get(path);
  expect(page).toContain("The refund is recorded");
  expect(page).toContain("one came back");
});

test("amounts are typed as one writes them, with cents where the currency has them", async () => {
  const { path } = await sale({ currency: "USD", amountMinor: 10_000 });
  const html = await open.get(`${path}/refund?lang=en&amount=12.50`);
  expect(html).toContain("A refund of $12.50: $87.50 of the order is left.");
  for (const wrong of ["12.505", "100.01", "-1", "all"]) {
    const answer = await open.request(`${path}/refund?amount=${wrong}`);
    expect(answer.headers.get("location")).toBe(path);
    expect(await open.get(path)).toContain("at most $100.00");
  }
});

test("a chargeback says that the order earns nothing any more", async () => {
  const { path } = await sale();
  const address = `${path}/refund?lang=en&reason=chargeback&amount=`;
  expect(await open.get(address)).toContain("nothing is left of it");
  await submit(address, `${path}/refunds`, { reason: "stolen card" });
  const page = await open.get(path);
  expect(page).toContain("it earns nothing any more");
  expect(page).toContain("the payment was charged back");
  expect(page).not.toContain(`${path}/refund"`);
});

test("an order is credited by hand by a member's code, for a reason", async () => {
  const { path } = await sale({ code: undefined });
  await open.get("/owner/orders?lang=en");
  const credit = (typed: string, reason = "said so on the phone") =>
    submit(path, `${path}/credit`, { member: typed, reason });
  await credit("nobody");
  expect(await open.get(path)).toContain("“nobody”");
  await credit(member.code, " ");
  expect(await open.get(path)).toContain("Say why");
  await credit(member.code.toLowerCase());
  const page = await open.get(path);
  expect(page).toContain("You credited it by hand");
  expect(page).toContain("said so on the phone");
});

test("a refusal to credit is said in the reason's own words", async () => {
  await open.asServer("PUT", "/v1/members/taro", {});
  const { path } = await sale({ code: undefined });
  await open.get("/owner/orders?lang=en");
  await submit(path, `${path}/credit`, { member: "taro", reason: "please" });
  expect(await open.get(path)).toContain(
    "the member is the buyer of this order",
  );
});

test("a claim is verified or refused on its page, and nothing of a refused one is left to do", async () => {
  const tell = (orderId: string) =>
    recordConversion(open.work, {
      siteId: open.siteId,
      word: word({ orderId, code: member.code, trust: "claim" }),
    });
  for (const orderId of ["B-1", "B-2"]) await tell(orderId);
  const { body } = await open.asServer("GET", "/v1/conversions");
  const [second, first] = body.items.map(
    ({ id }: { id: string }) => `/owner/orders/${id}`,
  );
  await open.get("/owner/orders?lang=en");
  const verified = await submit(first, `${first}/verification`, {});
  expect(verified.location).toBe(first);
  expect(await open.get(first)).toContain("A browser, verified by you");
  await submit(second, `${second}/void`, { reason: "no such order" });
  const page = await open.get(second);
  expect(page).toContain("A browser alone: refused by you");
  expect(page).toContain("no such order");
});

test("what is not there is said", async () => {
  const answer = await open.request("/owner/orders/cnv_none?lang=en");
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain("There is no such order.");
});

test("a change by hand says what it brings before it is done, and pressed twice is one", async () => {
  const { path } = await sale();
  await open.get("/owner/orders?lang=en");
  const html = await open.get(`${path}/change?amount=50,000&gross=10,000`);
  expect(html).toContain("was ¥100,000 and becomes ¥50,000");
  expect(html).toContain("−¥900");
  expect(html).toContain("¥300 stands afterwards");
  const fields = fieldsIn(html).set("reason", "half of it was out of stock");
  for (const _ of [1, 2]) await open.post(`${path}/changes`, fields);
  const { body } = await open.asServer("GET", "/v1/conversions?orderId=A-1");
  expect(body.items[0]).toMatchObject({
    amountMinor: 50_000,
    rewards: [{ amountMinor: 300 }, { amountMinor: 300 }],
  });
  const page = await open.get(path);
  expect(page).toContain("The change is recorded");
  expect(page).toContain(
    "Changed: ¥100,000 → ¥50,000: half of it was out of stock",
  );
  const rise = await open.get(`${path}/change?amount=100,000&gross=40,000`);
  expect(rise).toContain("+¥900");
  for (const query of ["amount=&gross=", "amount=all", "amount=-1"]) {
    const answer = await open.request(`${path}/change?${query}`);
    expect(answer.headers.get("location")).toBe(path);
    expect(await open.get(path)).toContain("Expected a new total");
  }
});

test("a refund says what becomes of what is above the cap", async () => {
  const { body } = await open.asServer("GET", "/v1/programs");
  const [program] = body.items;
  const [, step] = program.steps;
  step.cap = { fixedMinor: 1_000 };
  step.overflow = { kind: "perk", name: "Cake", valueMinor: 500 };
  await open.asServer("PUT", "/v1/programs/default", program);
  const { path } = await sale();
  const kept = await open.get(`${path}/refund?lang=en&amount=100`);
  expect(kept).not.toContain("Above the cap");
  const taken = await open.get(`${path}/refund?lang=en&amount=50,000`);
  expect(taken).toContain("the perk “Cake” (worth ¥500) is taken back");
});
