import { expect, onTestFinished, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { meAnswer } from "./schemas/me.ts";

async function opened() {
  const open = await openApp();
  onTestFinished(open.close);
  return {
    ...open,
    async device(joinKey: string) {
      const { body } = await open.asPage("POST", "/v1/members", {
        ...{ site: "pk_test", acceptedTerms: true, joinKey },
      });
      const headers = { Authorization: `Bearer ${body.token}` };
      const ask = () => open.asPage("GET", "/v1/me", undefined, headers);
      return { member: body.member as { id: string; code: string }, ask };
    },
  };
}

test("each token is answered its own member's page", async () => {
  const { device } = await opened();
  const devices = [
    await device("a-secret-of-one-device"),
    await device("a-secret-of-another-device"),
  ];
  for (const { member, ask } of [...devices, ...devices]) {
    const { headers, body } = await ask();
    expect(meAnswer.parse(body).member.id).toBe(member.id);
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("cache-control")).toBe("no-store");
  }
});

test("what is decided between two questions is in the second answer, also where both are asked at once", async () => {
  const { device, asServer } = await opened();
  const { member, ask } = await device("a-secret-of-this-device");
  const friends = async () => (await ask()).body.friends.length;
  expect(await Promise.all([friends(), friends()])).toEqual([0, 0]);
  for (const n of [1, 2, 3]) {
    const lead = { type: "lead", orderId: `L${n}`, customer: { id: `f${n}` } };
    await asServer("POST", "/v1/conversions", { ...lead, code: member.code });
    expect(await Promise.all([friends(), friends()])).toEqual([n, n]);
  }
});

test("a programme that ends is told as ended, though nothing was decided", async () => {
  const { device, asServer, clock } = await opened();
  const { ask } = await device("a-secret-of-this-device");
  const { body } = await asServer("GET", "/v1/programs");
  const endsAt = clock.now + 1_000;
  await asServer("PUT", "/v1/programs/default", { ...body.items[0], endsAt });
  const state = async () => (await ask()).body.program.state;
  expect([await state(), await state()]).toEqual(["live", "live"]);
  clock.now = endsAt;
  expect([await state(), await state()]).toEqual(["ended", "ended"]);
  clock.now = endsAt - 1;
  expect(await state()).toBe("live");
});

test("a member who is erased is nobody from then on", async () => {
  const { device, asServer } = await opened();
  const { member, ask } = await device("a-secret-of-this-device");
  expect((await ask()).status).toBe(200);
  const path = `/v1/members/${member.id}?reason=asked`;
  expect((await asServer("DELETE", path)).status).toBeLessThan(300);
  const { status, body } = await ask();
  expect([status, body.code]).toEqual([401, "bad_token"]);
});
