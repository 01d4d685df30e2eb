import { expect, test } from "vitest";
import { pagesWith } from "./owner-pages.fixture.ts";

test("without a session every page leads to the sign-in page, and back", async () => {
  const owner = pagesWith();
  const answer = await owner.request("/owner/rewards?state=pending");
  expect(answer.status).toBe(303);
  const login = answer.headers.get("location") ?? "";
  const csrf = await owner.tokenOf(login);
  expect(await owner.get(login)).toContain(
    'name="next" value="/owner/rewards?state=pending"',
  );
  const entered = await owner.post("/owner/login", {
    csrf,
    password: "correct horse",
    next: "/owner/rewards?state=pending",
  });
  expect(entered.headers.get("location")).toBe("/owner/rewards?state=pending");
});

test("signing in never leads to another site", async () => {
  for (const next of [
    "//evil.test",
    "https://evil.test",
    "/ownerevil",
    "/owner/\\evil.test",
  ]) {
    const owner = pagesWith();
    const csrf = await owner.tokenOf("/owner/login");
    const password = "correct horse";
    const answer = await owner.post("/owner/login", { csrf, password, next });
    expect(answer.headers.get("location")).toBe("/owner");
  }
});

test("the session's cookie is out of reach of scripts and other sites, and ends after 12 hours", async () => {
  const owner = pagesWith();
  const [cookie] = (await owner.signIn()).headers.getSetCookie();
  expect(cookie).toMatch(/^enishi_owner=[\w-]{43};/);
  expect(cookie).toContain("HttpOnly");
  expect(cookie).toContain("SameSite=Strict");
  expect(cookie).toContain("Max-Age=43200");
  expect((await owner.request("/owner")).status).toBe(200);
  owner.wait(12 * 3_600_000);
  expect((await owner.request("/owner")).status).toBe(303);
});

test("a wrong password is refused, and after five each try has to wait", async () => {
  const owner = pagesWith();
  for (let tries = 0; tries < 5; tries++) {
    expect((await owner.signIn("wrong")).status).toBe(401);
  }
  const early = await owner.signIn();
  expect(early.status).toBe(429);
  expect(early.headers.get("retry-after")).toBe("1");
  owner.wait(1000);
  expect((await owner.signIn("wrong")).status).toBe(401);
  expect((await owner.signIn()).headers.get("retry-after")).toBe("2");
  owner.wait(2000);
  expect((await owner.signIn()).status).toBe(303);
});

test("signing out ends the session for good", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const id = owner.cookies.get("enishi_owner") ?? "";
  await owner.act("/owner/logout");
  owner.cookies.set("enishi_owner", id);
  expect((await owner.request("/owner")).status).toBe(303);
});

test("a form from elsewhere changes nothing", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const csrf = await owner.tokenOf("/owner/rewards");
  const path = "/owner/rewards/rwd_1/confirmation";
  const forged = [
    owner.post(path, {}),
    owner.post(path, { csrf: "guess" }),
    owner.post(path, { csrf }, { origin: "https://evil.test" }),
    owner.post(path, { csrf }, { origin: "null" }),
    owner.post(path, { csrf }, { "sec-fetch-site": "cross-site" }),
    owner.post(path, { csrf }, { "sec-fetch-site": "same-site" }),
  ];
  for (const answer of await Promise.all(forged)) {
    expect(answer.status).toBe(403);
  }
  expect(owner.run).not.toHaveBeenCalled();
});

test("signing in needs the form's own token too", async () => {
  const owner = pagesWith();
  await owner.get("/owner/login");
  const answer = await owner.post("/owner/login", {
    csrf: "guess",
    password: "correct horse",
  });
  expect(answer.status).toBe(403);
});
