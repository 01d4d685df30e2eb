import { expect, test } from "vitest";
import { at, funnel, order, pagesWith, reward } from "./owner-pages.fixture.ts";

test("a slash at the end does no harm", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const answer = await owner.request("/owner/");
  expect(answer.headers.get("location")).toBe("/owner");
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
  // The plain snippet and the pinned one.
  expect(
    page.match(
      /data-site=&quot;pk_shop&quot; data-consent=&quot;granted&quot;/g,
    ),
  ).toHaveLength(2);
  // The one for tag managers, which keep no attribute.
  expect(page).toContain(
    "script.setAttribute(&quot;data-site&quot;, &quot;pk_shop&quot;);",
  );
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
