import { afterEach, beforeEach, expect, test } from "vitest";
import { someId } from "../../../tests/open-app.ts";
import { fieldsIn, openOwner } from "../../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
let code: string;
beforeEach(async () => {
  owner = await openOwner();
  ({ code } = await owner.member("hanako", { name: "山田 花子" }));
});
afterEach(() => owner.close());

const claims = (from: number, to: number) =>
  owner.events(
    Array.from({ length: to - from }, (_, n) => ({
      id: someId(),
      type: "sale",
      at: owner.clock.now,
      orderId: `S-${from + n}`,
      amountMinor: 100_000,
      currency: "JPY",
      code,
      visitor: `visitor-${from + n}-000000000`,
    })),
    { visitor: `visitor-${from}-0000000000` },
  );

const sale = (orderId: string) =>
  owner
    .asServer("POST", "/v1/conversions", {
      type: "sale",
      orderId,
      amountMinor: 100_000,
      currency: "JPY",
      customer: { id: orderId, existing: false },
      code,
    })
    .then(({ body }) => body);

const items = async (path: string) =>
  (await owner.asServer("GET", path)).body.items as {
    id: string;
    state: string;
    verified: boolean;
  }[];

/** Sends the form of a confirm page as it stands. */
async function go(path: string, more: [string, string][] = []) {
  const html = await owner.get(path);
  const [, form = ""] = /<form class="answer"(.*?)<\/form>/s.exec(html) ?? [];
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value],
  );
  const action = /action="([^"]+)"/.exec(form)?.[1] ?? "";
  const answer = await owner.post(action, [...fields, ...more]);
  return { asked: html, told: await owner.get(answer.location ?? "") };
}

test("before many rewards are changed, the owner sees how many, how much and for whom", async () => {
  const first = await sale("S-1");
  const second = await sale("S-2");
  const ids = [first, second].map(({ rewards }) => rewards[0].id);
  const page = await owner.get(
    `/owner/rewards/bulk?lang=en&act=confirm&id=${ids[0]}&id=${ids[1]}`,
  );
  for (const text of [
    "Confirm these rewards?",
    "2 rewards",
    "¥2,400",
    "山田 花子",
    "2 of them before their waiting time is over.",
  ])
    expect(page).toContain(text);
  expect((await items("/v1/rewards?state=confirmed")).length).toBe(0);
});

test("the chosen are confirmed, paid and voided, each with its reason, and the others are left alone", async () => {
  const [a, b] = [await sale("S-1"), await sale("S-2")];
  const id = a.rewards[0].id;
  const { told } = await go(`/owner/rewards/bulk?lang=en&act=confirm&id=${id}`);
  expect(told).toContain("Done: 1.");
  await go(`/owner/rewards/bulk?act=pay&id=${id}`);
  expect((await items("/v1/rewards?state=paid")).map((one) => one.id)).toEqual([
    id,
  ]);
  const other = b.rewards[0].id;
  await go(`/owner/rewards/bulk?act=void&id=${other}&id=${id}`, [
    ["reason", "a test order"],
  ]);
  const [line] = (await owner.asServer("GET", `/v1/audit?subject=${other}`))
    .body.items;
  expect(line).toMatchObject({
    action: "void_reward",
    actor: "owner",
    reason: "a test order",
  });
  expect((await items("/v1/rewards?state=paid")).length).toBe(1);
});

test("what was taken back unpaid is shown with what it was, struck out", async () => {
  const { rewards, id } = await sale("S-1");
  const [{ id: reward, amountMinor, member }] = rewards;
  await owner.asServer("POST", `/v1/rewards/${reward}/void`, { reason: "x" });
  const struck = `<s>¥${amountMinor.toLocaleString("en")}</s>`;
  for (const path of ["rewards", `members/${member}`, `orders/${id}`])
    expect(await owner.get(`/owner/${path}?lang=en`)).toContain(struck);
});

test("all that match are verified in chunks, and none that came after the page was shown", async () => {
  for (let from = 0; from < 240; from += 80) await claims(from, from + 80);
  const path = "/owner/queue/unverified/bulk?lang=en&all=confirm";
  const html = await owner.get(path);
  expect(html).toContain("240 orders");
  const fields = fieldsIn(html);
  await claims(900, 901);
  const started = await owner.post("/owner/queue/unverified/bulk", fields);
  expect(await owner.get(started.location ?? "")).toContain("Done: 240.");
  const left = (await items("/v1/conversions?limit=200")).filter(
    ({ verified }) => !verified,
  );
  expect(left.length).toBe(1);
});

test("one that cannot be done keeps nobody else from being done, and is named", async () => {
  const [a, b] = [await sale("S-1"), await sale("S-2")];
  const query = [a, b].map(({ rewards }) => `id=${rewards[0].id}`).join("&");
  await go(`/owner/rewards/bulk?act=confirm&${query}`);
  const page = await owner.get(`/owner/rewards/bulk?lang=en&act=pay&${query}`);
  await owner.asServer("POST", `/v1/rewards/${a.rewards[0].id}/void`, {
    reason: "meanwhile",
  });
  const sum = await go(`/owner/rewards/bulk?act=pay&${query}`);
  expect(sum.asked).toContain("1 of the chosen cannot be acted on");
  expect(sum.told).toContain("Done: 1.");
  expect(page).toContain("2 rewards");
});

test("nothing is asked of nothing", async () => {
  await owner.get("/owner?lang=en");
  for (const list of ["/owner/rewards", "/owner/queue/disputed"]) {
    const answer = await owner.request(`${list}/bulk?act=void`);
    expect(answer.headers.get("location")).toBe(list);
    expect(await owner.get(list)).toContain("Nothing was chosen.");
  }
});

test("all of a page are ticked by a link, and none by another", async () => {
  await sale("S-1");
  const boxes = (html: string) => html.match(/name="id"[^>]*checked=""/g) ?? [];
  const page = await owner.get("/owner/rewards?lang=en&state=pending");
  const all = "/owner/rewards?state=pending&amp;tick=all";
  expect(page).toContain(`<a href="${all}">Choose all on this page</a>`);
  expect(boxes(page)).toHaveLength(0);
  const ticked = await owner.get(all.replace("&amp;", "&"));
  expect(boxes(ticked)).toHaveLength(2);
  expect(ticked).toContain(
    '<a href="/owner/rewards?state=pending">Choose none',
  );
});
