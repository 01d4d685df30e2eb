import { SignJWT } from "jose";
import { expect, onTestFinished, test } from "vitest";
import { openApp, someId } from "../../tests/open-app.ts";
import { createSite } from "../actions/create-site.ts";
import { joinMember } from "../actions/join-member.ts";

const dayMs = 86_400_000;

/** A site that has sold something to a friend, before and after it is closed. */
async function shop() {
  const open = await openApp();
  onTestFinished(open.close);
  const { clock, work, writer, siteId } = open;
  const { code } = await open.member();
  const claims = { sub: "hanako" };
  const now = Math.floor(clock.now / 1_000);
  const signed = await new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setAudience("member")
    .setIssuedAt(now)
    .setExpirationTime(now + 3_600)
    .sign(new TextEncoder().encode("sig_test"));
  const { token } = await joinMember(work, {
    ...{ siteId, program: null, visitor: null },
    identity: {
      ...{ by: "token", externalId: "hanako" },
      ...{ email: null, name: null, kind: null },
    },
  });
  const act = async (name: "closeSite" | "reopenSite") => {
    await writer.run(name, { siteId, by: "owner" });
    // What is remembered of keys, for a few seconds.
    clock.now += 6_000;
  };
  return {
    ...open,
    code,
    token,
    signed,
    act,
    sale: (orderId: string) =>
      open.asServer("POST", "/v1/conversions", {
        ...{ type: "sale", orderId, amountMinor: 50_000, currency: "JPY" },
        ...{ customer: { id: "taro" }, code },
      }),
    view: () =>
      open.events([
        { id: someId(), at: clock.now, type: "view", surface: "share", code },
      ]),
    settings: () => open.asPage("GET", "/v1/settings?site=pk_test"),
    me: (bearer: string) =>
      open.asPage("GET", "/v1/me", undefined, {
        Authorization: `Bearer ${bearer}`,
      }),
    join: (body: object) =>
      open.asPage("POST", "/v1/members", { site: "pk_test", ...body }),
    follow: (link: string) => open.call("GET", `/r/${link}`),
    countOf: async (table: "events" | "clicks" | "conversions" | "members") =>
      (await work.db.selectFrom(table).select("id").execute()).length,
    actions: async () =>
      (
        await work.db
          .selectFrom("audit")
          .select("action")
          .orderBy("id")
          .execute()
      ).map(({ action }) => action),
  };
}

test("what servers and pages tell of a closed site is refused, and its links count nothing", async () => {
  const open = await shop();
  await open.sale("before");
  await open.view();
  await open.follow(open.code);
  const counts = async () => [
    await open.countOf("conversions"),
    await open.countOf("events"),
    await open.countOf("clicks"),
    await open.countOf("members"),
  ];
  const before = await counts();
  await open.act("closeSite");
  expect((await open.sale("after")).body.code).toBe("bad_key");
  expect((await open.asServer("GET", "/v1/members")).status).toBe(401);
  expect((await open.view()).body.code).toBe("unknown_site");
  const gif = await open.asPage(
    "GET",
    `/v1/seen.gif?site=pk_test&id=${someId()}&type=view&surface=share`,
  );
  expect(gif.headers.get("enishi-outcome")).toContain("unknown_site");
  const joinKey = "a-secret-of-this-device-00001";
  const joining = await open.join({ acceptedTerms: true, joinKey });
  expect(joining.body.code).toBe("unknown_site");
  const followed = await open.follow(open.code);
  expect(followed.status).toBe(302);
  expect(followed.headers.get("location")).toBe("https://shop.example/");
  expect(await counts()).toEqual(before);
});

test("pages of a closed site say that the programme has ended, and members see what they have earned", async () => {
  const open = await shop();
  const { clock, writer, work } = open;
  await open.sale("before");
  await open.act("closeSite");
  expect((await open.settings()).body.program.state).toBe("ended");
  expect((await open.me(open.token)).body).toMatchObject({
    program: { state: "ended" },
    totals: { pendingMinor: expect.any(Number) },
  });
  const again = await open.join({ token: open.signed });
  expect((await open.me(again.body.token)).status).toBe(200);
  const { code } = open;
  const check = { site: "pk_test", code };
  const answer = await open.asPage("POST", "/v1/codes/check", check);
  expect(answer.body).toMatchObject({ valid: false });
  expect((await open.call("GET", `/r/${code}?page`)).status).toBe(200);
  // What waits goes on as it was promised.
  clock.now += 31 * dayMs;
  expect(await writer.run("settleRewards", undefined)).toMatchObject({
    confirmed: 2,
  });
  const rewards = await work.db.selectFrom("rewards").select("state").execute();
  expect(rewards.map(({ state }) => state)).toEqual(["confirmed", "confirmed"]);
});

test("a site that is opened again takes its keys and links, and its programmes once they are published as live", async () => {
  const open = await shop();
  const { work, siteId } = open;
  const [program] = (await open.asServer("GET", "/v1/programs")).body.items;
  await open.act("closeSite");
  await open.act("closeSite");
  const publish = () =>
    open.writer.run("putProgram", { siteId, program, by: "owner" });
  await expect(publish()).rejects.toMatchObject({ why: "site_closed" });
  await open.act("reopenSite");
  await open.act("reopenSite");
  expect((await open.sale("between")).body).toMatchObject({
    because: "outside_program",
  });
  await publish();
  expect((await open.sale("after")).body.attributed).not.toBeNull();
  const followed = await open.follow(open.code);
  expect(followed.headers.get("location")).toContain(`via=${open.code}`);
  expect(await open.actions()).toEqual([
    ...["put_program", "close_site", "reopen_site", "put_program"],
  ]);
  expect(
    await work.db.selectFrom("sites").select("closed_at").execute(),
  ).toEqual([{ closed_at: null }]);
});

test("a link whose code nobody has lands on the first site that is open", async () => {
  const open = await shop();
  await createSite(open.work, {
    ...{ name: "Second", origins: ["https://second.example"] },
    ...{ consent: "granted", timeZone: "Europe/Berlin", currency: "EUR" },
    by: "owner",
  });
  const lands = async () =>
    (await open.follow("NOBODYS2")).headers.get("location");
  expect(await lands()).toBe("https://shop.example/");
  await open.act("closeSite");
  expect(await lands()).toBe("https://second.example/");
});
