import { afterEach, beforeEach, expect, test } from "vitest";
import { someId } from "../../../tests/open-app.ts";
import { openOwner } from "../../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
});
afterEach(() => owner.close());

const claim = (orderId: string, code: string, currency = "JPY") =>
  owner.events(
    [
      {
        id: someId(),
        type: "sale",
        at: owner.clock.now,
        orderId,
        amountMinor: 100_000,
        currency,
        code,
      },
    ],
    { visitor: `visitor-${orderId}-00000000` },
  );

async function heldLead(code: string, orderId = "L-1") {
  const { body } = await owner.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId,
    code,
    customer: { id: orderId, email: `${orderId}@mailinator.com` },
  });
  return body as { id: string };
}

const orderOf = async (id: string) =>
  (await owner.asServer("GET", `/v1/conversions?orderId=${id}`)).body.items[0];

test("what waits is counted on every page, and told where the owner lands", async () => {
  const { code } = await owner.member();
  expect(await owner.get("/owner")).not.toContain('class="badge"');
  await claim("S-1", code);
  await heldLead(code);
  const page = await owner.get("/owner?lang=en");
  expect(page).toContain("Orders wait to be verified:");
  expect(page).toContain('href="/owner/queue/held"');
  expect(page).toMatch(/class="badge"><span aria-hidden="true">2</);
});

test("a browser's claim is shown with its evidence, and verified or refused", async () => {
  const { code } = await owner.member("hanako", { name: "山田 花子" });
  await claim("S-1", code);
  await claim("S-2", code);
  const page = await owner.get("/owner/queue?lang=en");
  for (const text of ["S-1", "¥100,000", "only a browser", "山田 花子", code])
    expect(page).toContain(text);
  const first = await orderOf("S-1");
  await owner.send(`/owner/queue/unverified/${first.id}/confirm`);
  expect(await orderOf("S-1")).toMatchObject({ verified: true });
  const second = await orderOf("S-2");
  const path = `/owner/queue/unverified/${second.id}/void`;
  await owner.send(path);
  expect(await owner.get("/owner/queue")).toContain("Say why");
  await owner.send(path, [["reason", "no such order"]]);
  expect(await owner.get("/owner/queue")).toContain("The order is refused");
  expect(await owner.get("/owner/queue")).toContain("Nothing to verify.");
});

test("what the rules warn of is said in the reader's language", async () => {
  const { code } = await owner.member();
  await claim("S-1", code, "USD");
  const page = await owner.get("/owner/queue?lang=ja");
  expect(page).toContain("プログラムと通貨が違う注文です。");
  expect(page).not.toContain('class="item" lang="en"');
});

test("a held order says in plain words what looks odd, and is let through", async () => {
  const { code } = await owner.member();
  const { id } = await heldLead(code);
  const page = await owner.get("/owner/queue/held?lang=en");
  expect(page).toContain("The mail address is of a throw-away kind.");
  expect(page).toContain("70 of 100 points");
  expect(await owner.get("/owner/queue/held?lang=ja")).toContain(
    "使い捨てのメールアドレス",
  );
  await owner.send(`/owner/queue/held/${id}/confirm`);
  expect(await owner.get("/owner/queue/held?lang=en")).toContain(
    "Nothing is held.",
  );
});

test("an order that matched nobody is credited to a guess, or to whoever is typed", async () => {
  const hanako = await owner.member("hanako");
  await owner.member("jiro");
  const wrong =
    hanako.code.slice(0, 7) + (hanako.code.endsWith("2") ? "3" : "2");
  for (const [orderId, code] of [
    ["L-1", wrong],
    ["L-2", undefined],
  ])
    await owner.asServer("POST", "/v1/conversions", {
      type: "lead",
      orderId,
      ...(code ? { code } : {}),
      customer: { id: `customer ${orderId}` },
    });
  const page = await owner.get("/owner/queue/unmatched?lang=en");
  expect(page).toContain(`one letter away from ${hanako.code}`);
  const credit = async (orderId: string, fields: [string, string][]) => {
    const { id } = await orderOf(orderId);
    await owner.send(`/owner/queue/unmatched/${id}/credit`, fields);
    return owner.get("/owner/queue/unmatched?lang=en");
  };
  expect(await credit("L-1", [["reason", "x"]])).toContain("Choose a member");
  await credit("L-1", [
    ["member", hanako.id],
    ["reason", "a typing error"],
  ]);
  expect(await orderOf("L-1")).toMatchObject({
    attributed: { member: hanako.id, by: "hand" },
  });
  expect(
    await credit("L-2", [
      ["typed", "nobody"],
      ["reason", "x"],
    ]),
  ).toContain("Nobody has that code or id.");
  await credit("L-2", [
    ["typed", hanako.code.toLowerCase()],
    ["reason", "said so on the phone"],
  ]);
  expect((await orderOf("L-2")).attributed.member).toBe(hanako.id);
});

test("an order in dispute shows what it earned, not as waiting, and no check that found nothing", async () => {
  const { body } = await owner.asPage("POST", "/v1/members", {
    site: "pk_test",
    acceptedTerms: true,
    joinKey: "a-secret-of-this-device",
  });
  await owner.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: "L-1",
    code: body.member.code,
    customer: { id: "taro", existing: false },
  });
  const asMember = (method: string, path: string, sent?: unknown) =>
    owner.asPage(method, path, sent, { Authorization: `Bearer ${body.token}` });
  const me = (await asMember("GET", "/v1/me")).body;
  await asMember("POST", "/v1/me/disputes", {
    about: me.friends[0].id,
    message: "買ったと言っています",
  });
  const page = await owner.get("/owner/queue/disputed?lang=en");
  expect(page).toContain("¥300");
  for (const label of ["Rewards waiting", "What looks odd"])
    expect(page).not.toContain(label);
});

test("a dispute comes with what was recorded, is credited and answered, and the member reads it", async () => {
  const { body } = await owner.asPage("POST", "/v1/members", {
    site: "pk_test",
    acceptedTerms: true,
    joinKey: "a-secret-of-this-device",
  });
  const asMember = (method: string, path: string, sent?: unknown) =>
    owner.asPage(method, path, sent, { Authorization: `Bearer ${body.token}` });
  await owner.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: "L-1",
    code: body.member.code,
    customer: { id: "taro", existing: true },
  });
  const me = (await asMember("GET", "/v1/me")).body;
  const { body: dispute } = await asMember("POST", "/v1/me/disputes", {
    about: me.friends[0].id,
    message: "初めて買ったと言っています",
  });
  const page = await owner.get("/owner/queue/disputed?lang=en");
  for (const text of ["初めて買った", "L-1", "was a customer already"])
    expect(page).toContain(text);
  await owner.send(`/owner/queue/disputed/${dispute.id}/credit`, [
    ["member", body.member.id],
    ["conversion", (await orderOf("L-1")).id],
    ["reason", "new after all"],
  ]);
  await owner.send(`/owner/queue/disputed/${dispute.id}/answer`, [
    ["decision", "upheld"],
    ["message", "ご指摘のとおりでした"],
  ]);
  expect(await owner.get("/owner/queue/disputed")).toContain(
    "Nothing is disputed.",
  );
  expect((await asMember("GET", "/v1/me")).body).toMatchObject({
    friends: [{ because: null }],
    disputes: [{ state: "upheld", answer: "ご指摘のとおりでした" }],
  });
});
