import { afterEach, beforeEach, expect, test } from "vitest";
import { fieldsIn, openOwner } from "../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
});
afterEach(() => owner.close());

const place = "/owner/payouts";

/** Sends the form of a page that leads to `path`, as it stands. */
async function send(from: string, path: string, more: [string, string][] = []) {
  const html = await owner.get(from);
  const form =
    html
      .split("<form ")
      .find(
        (one) =>
          one.includes(`action="${path}"`) && one.includes('method="post"'),
      )
      ?.split("</form>")[0] ?? "";
  return owner.post(path, [...fieldsIn(form), ...more]);
}

/** A lead and its confirmed gifts: 300 yen each to a member and a friend. */
async function lead(member: string, friend: string) {
  const { code } = await owner.member(member, { name: `Ms ${member}` });
  const { body } = await owner.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: `L-${friend}`,
    code,
    customer: { id: friend },
    occurredAt: owner.clock.now,
  });
  return body.rewards as { id: string; amountMinor: number }[];
}

async function runs() {
  return (await owner.asServer("GET", "/v1/payouts")).body.items;
}
const payEntries = () =>
  owner.work.db
    .selectFrom("ledger")
    .select("reward_id")
    .where("entry", "=", "pay")
    .execute();

async function newRun(): Promise<string> {
  const { location } = await send(place, place);
  return location ?? "";
}

test("a run is named after the day it is where the owner looks at the clock", async () => {
  owner.clock.now = Date.UTC(2026, 10, 21, 16);
  await owner.signIn();
  await lead("hanako", "taro");
  expect(await owner.get(place)).toContain('value="2026-11-22-JPY-');
});

test("what is due is said with the minimum, and becomes a run that is exported, looked through and paid", async () => {
  await lead("hanako", "taro");
  await lead("hanako", "jiro");
  expect(await owner.get(place)).toContain("¥1,200 to 3 people");
  const over = await owner.get(`${place}?minimum=500`);
  expect(over).toContain("¥600 to 1 person");
  expect(over).toContain("Below ¥500 and left for later: ¥600 to 2 people.");
  expect(await owner.get(`${place}?kind=cash`)).toContain("Nothing is due.");

  const { location } = await send(`${place}?minimum=500&kind=gift`, place);
  const path = location ?? "";
  const page = await owner.get(path);
  expect(page).toContain("Nothing is paid yet.");
  expect(page).toContain("Ms hanako");
  expect(page).toContain("2 rewards");
  expect(await runs()).toMatchObject([
    { totalMinor: 600, minimumMinor: 500, kinds: ["gift"], state: "open" },
  ]);
  const csv = await owner.request(`${path}.csv`);
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(await csv.text()).toContain('"Ms hanako"');
  const japanese = await owner.request(`${path}.csv?lang=ja`);
  expect(await japanese.text()).toContain('"特典の種類"');
  await owner.get(`${path}?lang=en`);

  const question = await owner.get(`${path}/payment`);
  expect(question).toContain("¥600 to 1 person are noted as paid");
  expect(question).toContain("This cannot be undone.");
  await send(`${path}/payment`, `${path}/payment`);
  expect(await owner.get(path)).toContain("The run is paid: ¥600 to 1 person.");
  expect(await payEntries()).toHaveLength(2);
  const totals = await owner.get(`${place}/totals?year=2026`);
  expect(totals).toContain("Ms hanako");
  expect(totals).toContain("<strong>¥600</strong>");
});

test("a form that is sent twice makes one run, and another of its name is refused", async () => {
  await lead("hanako", "taro");
  const form = fieldsIn(
    (await owner.get(place)).split('action="/owner/payouts"').at(-1) ?? "",
  );
  const first = await owner.post(place, form);
  const second = await owner.post(place, form);
  expect(second.location).toBe(first.location);
  expect(await owner.get(second.location ?? "")).toContain(
    "There was a run of this name already",
  );
  await owner.post(place, new Map([...form, ["minimumMinor", "5"]]));
  expect(await owner.get(place)).toContain("A run of this name was made with");
  expect(await runs()).toHaveLength(1);
});

test("whom nobody can pay is in no run, and the page counts them", async () => {
  const { code } = await owner.member("hanako");
  await owner.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: "L-nobody",
    code,
    customer: { email: "someone@example.com" },
    occurredAt: owner.clock.now,
  });
  const page = await owner.get(place);
  expect(page).toContain("¥300 to 1 person");
  expect(page).toContain("1 person cannot be reached");
  const path = await newRun();
  expect(await owner.get(path)).toContain("1 person cannot be reached");
  expect(await runs()).toMatchObject([
    { totalMinor: 300, unreachable: { people: 1, amountMinor: 300 } },
  ]);
});

test("a second page that still shows what was due leads to the run that holds it", async () => {
  await lead("hanako", "taro");
  const form = fieldsIn(
    (await owner.get(place)).split('action="/owner/payouts"').at(-1) ?? "",
  );
  const path = await newRun();
  const { location } = await owner.post(
    place,
    new Map([...form, ["runId", "another"]]),
  );
  expect(location).toBe(path);
  expect(await owner.get(path)).toContain("no run was made");
  expect(await runs()).toHaveLength(1);
});

test("paying twice pays once", async () => {
  await lead("hanako", "taro");
  const path = await newRun();
  const form = fieldsIn(await owner.get(`${path}/payment`));
  for (const _ of [1, 2]) {
    expect((await owner.post(`${path}/payment`, form)).location).toBe(path);
    expect(await owner.get(path)).toContain("The run is paid:");
  }
  const paid = await payEntries();
  expect(paid).toHaveLength(2);
  expect(new Set(paid.map(({ reward_id }) => reward_id)).size).toBe(2);
  expect((await owner.request(`${path}/payment`)).headers.get("location")).toBe(
    path,
  );
});

test("a sum that is no longer the run's is not paid, and the run says what has left", async () => {
  const [reward] = await lead("hanako", "taro");
  const path = await newRun();
  const form = fieldsIn(await owner.get(`${path}/payment`));
  await owner.asServer("POST", `/v1/rewards/${reward?.id}/void`, {
    reason: "a mistake",
  });
  await owner.post(`${path}/payment`, form);
  const page = await owner.get(path);
  expect(page).toContain("Something has left this run since you looked at it");
  expect(page).toContain("No longer in the run");
  expect(page).toContain("a mistake");
  expect(await payEntries()).toHaveLength(0);
});

test("a run is cancelled with a reason, and what was in it is due again", async () => {
  await lead("hanako", "taro");
  const path = await newRun();
  expect(await owner.get(place)).toContain("Nothing is due.");
  expect(await owner.get(path)).toContain("what was in it is due again");
  await send(path, `${path}/cancellation`);
  expect(await runs()).toMatchObject([{ state: "open" }]);
  await send(path, `${path}/cancellation`, [["reason", "the wrong month"]]);
  const cancelled = await owner.get(path);
  expect(cancelled).toContain("The run is cancelled.");
  expect(cancelled).toContain("Held when cancelled");
  expect(cancelled).toContain("<strong>¥600</strong>");
  expect(cancelled).toContain("2 people");
  expect(await owner.get(place)).toContain("¥600 to 2 people");
});

test("a long run is read page by page", async () => {
  for (let n = 0; n < 60; n += 1) await lead(`member-${n}`, `friend-${n}`);
  const path = await newRun();
  const first = await owner.get(path);
  expect(first).toContain("1 to 50 of 120");
  expect(first).toContain(`href="${path}?from=50#people"`);
  expect(await owner.get(`${path}?from=100`)).toContain("101 to 120 of 120");
});

test("a run that is not there, and a minimum that is no amount, are said to be so", async () => {
  expect((await owner.request(`${place}/pay_none`)).status).toBe(404);
  expect((await owner.request(`${place}/pay_none.csv`)).status).toBe(404);
  const wrong = await owner.request(`${place}?minimum=lots`);
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain("Expected an amount such as 1000.");
  expect(page).toContain('value="lots"');
  expect(page).not.toContain("Make the run");
});
