import { Hono } from "hono";
import { expect, test, vi } from "vitest";
import type { ConversionAnswer } from "../actions/answer-conversion.ts";
import type { RewardAnswer } from "../actions/answer-reward.ts";
import { DomainError } from "../domain/domain-error.ts";
import { defaultProgram } from "../domain/program.ts";
import type { OwnerDeps, OwnerReads } from "./owner-deps.ts";
import { ownerPages } from "./owner-pages.tsx";

const at = Date.UTC(2026, 3, 10, 3, 0);

const reward: RewardAnswer = {
  id: "rwd_1",
  conversion: "cnv_1",
  referral: "ref_1",
  to: "referrer",
  member: "mem_1",
  friend: "frd_1",
  on: "sale",
  kind: "points",
  amountMinor: 1200,
  currency: "JPY",
  state: "pending",
  because: null,
  cappedBy: ["legal"],
  confirmableAt: at + 30 * 24 * 3_600_000,
  compensationMinor: 0,
  createdAt: at,
};

const order: ConversionAnswer = {
  id: "cnv_1",
  type: "sale",
  orderId: "S-1",
  amountMinor: 6800,
  currency: "JPY",
  refundedMinor: 0,
  occurredAt: at,
  recordedAt: at,
  attributed: {
    referral: "ref_1",
    member: "mem_1",
    code: "7K9M2QXB",
    by: "link",
    at,
  },
  because: null,
  verified: false,
  warnings: [],
  rewards: [{ ...reward, because: "unverified" }],
};

const funnel = {
  to: at,
  views: 11,
  shares: 12,
  copies: 13,
  clicks: 14,
  leads: 15,
  sales: 16,
  conversions: 31,
  rewards: 17,
  revenueMinor: 1_234_567,
  grossMinor: 493_826,
  rewardMinor: 14_814,
  roiPercent: 3233.51,
  currency: "JPY",
};

function pagesWith(reads: Partial<OwnerReads> = {}) {
  let now = at;
  const run = vi.fn(
    async (_name: string, _input: unknown): Promise<unknown> => {
      return undefined;
    },
  );
  const deps: OwnerDeps = {
    adminPassword: "correct horse",
    publicUrl: "http://collector.test",
    stub: "window.enishi=0",
    now: () => now,
    writer: { run },
    read: {
      site: async () => ({
        id: "site_1",
        name: "Shop",
        publicKey: "pk_shop",
        signingKey: "sig_never_shown",
        origins: ["http://shop.test"],
        landing: "http://shop.test",
        consent: "granted",
      }),
      programs: async () => [defaultProgram("http://shop.test/")],
      lastEvents: async () => [
        { origin: "http://shop.test", type: "click", at },
      ],
      funnel: async ({ from = 0 }) => ({ ...funnel, from }),
      rewards: async () => ({ items: [reward], next: null }),
      conversions: async () => ({ items: [order], next: null }),
      members: async () => ({ items: [], next: null }),
      ...reads,
    },
  };
  const app = new Hono().route("/owner", ownerPages(deps));
  const cookies = new Map<string, string>();

  async function request(path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers);
    headers.set(
      "cookie",
      [...cookies].map((pair) => pair.join("=")).join("; "),
    );
    const answer = await app.request(`http://collector.test${path}`, {
      ...init,
      headers,
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    return answer;
  }
  const get = async (path: string) => (await request(path)).text();
  const post = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    request(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers,
    });
  const tokenOf = async (path: string) =>
    /name="csrf" value="([^"]+)"/.exec(await get(path))?.[1] ?? "";
  return {
    run,
    cookies,
    request,
    get,
    post,
    tokenOf,
    wait: (ms: number) => {
      now += ms;
    },
    async signIn(password = "correct horse") {
      const csrf = await tokenOf("/owner/login");
      return post("/owner/login", { csrf, password });
    },
    async act(path: string, fields: Record<string, string> = {}) {
      const csrf = await tokenOf("/owner/rewards");
      return post(
        path,
        { csrf, ...fields },
        { origin: "http://collector.test" },
      );
    },
  };
}

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

test("a slash at the end does no harm", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const answer = await owner.request("/owner/");
  expect(answer.headers.get("location")).toBe("/owner");
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

test("results show the report's own figures for 7 and 28 whole days of the programme's time zone", async () => {
  const asked: (number | undefined)[] = [];
  const owner = pagesWith({
    funnel: async ({ from = 0 }) => {
      asked.push(from);
      return { ...funnel, from };
    },
  });
  await owner.signIn();
  const page = await owner.get("/owner?lang=en");
  // 10 April in Tokyo began at 15:00 UTC on the 9th.
  expect(asked).toEqual([Date.UTC(2026, 3, 3, 15), Date.UTC(2026, 2, 13, 15)]);
  for (const figure of ["11", "12", "13", "14", "15", "16", "17"]) {
    expect(page.split(`<td>${figure}</td>`)).toHaveLength(3);
  }
  for (const money of ["¥1,234,567", "¥493,826", "¥14,814", "3,233.51 %"]) {
    expect(page).toContain(money);
  }
  expect(page).toContain(
    `GET /v1/reports/funnel?from=${asked[0]}&amp;to=${at}`,
  );
});

test("confirming, paying and voiding reach the writer with the owner's name", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const input = { siteId: "site_1", reward: "rwd_1", by: "owner" };
  await owner.act("/owner/rewards/rwd_1/confirmation");
  expect(owner.run).toHaveBeenLastCalledWith("confirmReward", input);
  await owner.act("/owner/rewards/rwd_1/payment");
  expect(owner.run).toHaveBeenLastCalledWith("payReward", input);
  await owner.act("/owner/rewards/rwd_1/void", { reason: " returned " });
  expect(owner.run).toHaveBeenLastCalledWith("voidReward", {
    ...input,
    reason: "returned",
  });
});

test("an act goes back to the list it came from, which says once how it went", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const csrf = await owner.tokenOf("/owner/rewards");
  const answer = await owner.post(
    "/owner/rewards/rwd_1/confirmation",
    { csrf },
    { referer: "http://collector.test/owner/rewards?state=pending" },
  );
  const list = answer.headers.get("location") ?? "";
  expect(list).toBe("/owner/rewards?state=pending");
  expect(await owner.get(`${list}&lang=en`)).toContain(
    "The reward is confirmed.",
  );
  expect(await owner.get(list)).not.toContain("The reward is confirmed.");
});

test("nothing is voided without a reason", async () => {
  const owner = pagesWith();
  await owner.signIn();
  await owner.act("/owner/rewards/rwd_1/void", { reason: "  " });
  expect(owner.run).not.toHaveBeenCalled();
  expect(await owner.get("/owner/rewards?lang=en")).toContain("Say why");
});

test("an order is verified, or its rewards are voided", async () => {
  const owner = pagesWith();
  await owner.signIn();
  expect(await owner.get("/owner/orders?lang=en")).toContain(
    "link of 7K9M2QXB",
  );
  await owner.act("/owner/orders/cnv_1/verification");
  expect(owner.run).toHaveBeenLastCalledWith("verifyConversion", {
    siteId: "site_1",
    conversion: "cnv_1",
    by: "owner",
  });
  await owner.act("/owner/orders/cnv_1/void", {
    reward: "rwd_1",
    reason: "no such order",
  });
  expect(owner.run).toHaveBeenLastCalledWith("voidReward", {
    siteId: "site_1",
    reward: "rwd_1",
    reason: "no such order",
    by: "owner",
  });
});

test("a refusal is said in the reader's language", async () => {
  const owner = pagesWith();
  await owner.signIn();
  await owner.get("/owner?lang=ja");
  owner.run.mockRejectedValueOnce(
    new DomainError(
      "state_conflict",
      "A reward that is void cannot become paid.",
    ),
  );
  await owner.act("/owner/rewards/rwd_1/payment");
  expect(await owner.get("/owner/rewards")).toContain(
    "その間に状態が変わったか",
  );
});

test("an order that only a browser reported cannot be confirmed past its verification", async () => {
  const owner = pagesWith({
    rewards: async () => ({ items: order.rewards, next: null }),
  });
  await owner.signIn();
  const page = await owner.get("/owner/rewards?lang=en");
  expect(page).not.toContain("/confirmation");
  expect(page).toContain("Verify the order first");
});

test("a list keeps its filter from page to page", async () => {
  const owner = pagesWith({
    rewards: async () => ({ items: [reward], next: "rwd_0" }),
  });
  await owner.signIn();
  expect(await owner.get("/owner/rewards?state=pending&lang=en")).toContain(
    'href="/owner/rewards?state=pending&amp;cursor=rwd_0"',
  );
});

test("hostile words stay words", async () => {
  const hostile = `"><script>alert(1)</script>'`;
  const owner = pagesWith({
    conversions: async () => ({
      items: [{ ...order, orderId: hostile, type: hostile }],
      next: hostile,
    }),
    lastEvents: async () => [{ origin: hostile, type: hostile, at }],
    rewards: async () => ({
      items: [{ ...reward, id: hostile, on: hostile, member: hostile }],
      next: null,
    }),
    members: async () => ({
      items: [
        {
          id: hostile,
          externalId: hostile,
          code: "7K9M2QXB",
          link: "",
          shareUrl: "",
          email: hostile,
          name: hostile,
          publicName: hostile,
          kind: hostile,
          program: "default",
          state: "active",
          createdAt: at,
        },
      ],
      next: null,
    }),
  });
  await owner.signIn();
  const query = encodeURIComponent(hostile);
  for (const path of [
    `/owner/orders`,
    `/owner/install`,
    `/owner/rewards?member=${query}&state=${query}`,
    `/owner/members?query=${query}`,
    `/owner/nowhere?x=${query}`,
  ]) {
    const page = await owner.get(path);
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("</html>");
  }
});

test("the pages run no script, are framed by nobody, and show no secret", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const answer = await owner.request("/owner/install");
  const policy = answer.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("script-src");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const page = await answer.text();
  expect(page).toContain("data-site=&quot;pk_shop&quot;");
  expect(page).not.toContain("sig_never_shown");
});

test("the style sheet is served for good, under a name of its content", async () => {
  const owner = pagesWith();
  const [, url = ""] =
    /rel="stylesheet" href="([^"]+)"/.exec(await owner.get("/owner/login")) ??
    [];
  const answer = await owner.request(url);
  expect(answer.headers.get("content-type")).toContain("text/css");
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(await answer.text()).toContain("--red");
});

test("the programme is told in words, with what it pays at some prices", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const english = await owner.get("/owner/program?lang=en");
  expect(english).toContain("3 % of gross profit (points)");
  expect(english).toContain("¥1,200");
  expect(await owner.get("/owner/program?lang=ja")).toContain(
    "粗利の 3%（ポイント）",
  );
});
