import { afterEach, beforeEach, expect, test } from "vitest";
import { openOwner } from "../../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
});
afterEach(() => owner.close());

async function joinedByDevice() {
  const { body } = await owner.asPage("POST", "/v1/members", {
    site: "pk_test",
    acceptedTerms: true,
    joinKey: "a-secret-of-this-device",
  });
  await owner.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "S-1",
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: "taro" },
    code: body.member.code,
  });
  return body.member as { id: string; code: string };
}

test("whoever joined by a device is handed out like anybody, and that is kept", async () => {
  const { id, code } = await joinedByDevice();
  const { status, html } = await owner.send(`/owner/members/${id}/export`);
  expect(status).toBe(200);
  expect(JSON.parse(html)).toMatchObject({ member: { id, code } });
  const page = await owner.get(`/owner/members/${id}?lang=en`);
  expect(page).toMatch(/A person’s data read/);
});

test("a person is erased only by their own code, after a page that says what goes and what is kept", async () => {
  const { id, code } = await joinedByDevice();
  const path = `/owner/members/${id}/erasure`;
  const asked = await owner.get(`${path}?lang=en`);
  for (const text of ["What goes, for ever", "What is kept", "¥1,200", code])
    expect(asked).toContain(text);
  const before = await owner.get("/owner/rewards");
  const wrong = await owner.send(path, [["code", "2222 2222"]]);
  expect(wrong).toMatchObject({ status: 422 });
  expect(wrong.html).toContain("Nothing was erased.");
  const right = await owner.send(path, [["code", code.toLowerCase()]]);
  expect(right.location).toBe("/owner/members");
  expect(await owner.get("/owner/members")).toContain("The person is erased.");
  expect((await owner.request(`/owner/members/${id}`)).status).toBe(404);
  expect(before).toContain("¥1,200");
  expect(await owner.get("/owner/rewards")).toContain("¥1,200");
});

test("nobody is erased out of an open payout run", async () => {
  const { id, code } = await joinedByDevice();
  const [reward] = (await owner.asServer("GET", `/v1/rewards?member=${id}`))
    .body.items;
  await owner.asServer("POST", `/v1/rewards/${reward.id}/confirmation`);
  // The shop knows them by an id of its own: nobody else is in a run.
  const { db } = owner.work;
  const { person_id, site_id } = await db
    .selectFrom("members")
    .select(["person_id", "site_id"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("person_keys")
    .values({ site_id, kind: "id", value: "shop-1", person_id })
    .execute();
  await owner.asServer("POST", "/v1/payouts", {
    runId: "April",
    currency: "JPY",
    minimumMinor: 0,
  });
  const { html } = await owner.send(`/owner/members/${id}/erasure`, [
    ["code", code],
  ]);
  expect(html).toContain("They are in an open payout run");
});
