import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { doctorSearch } from "./doctor-search.ts";
import { openSituation } from "./situation.ts";
import { collectorUrl, openWorld, type World } from "./world.ts";

let world: World;
let search: string;
const { visit } = openSituation(() => world);

beforeAll(async () => {
  world = await openWorld({ shop: { home: "plain.html" } });
  search = await doctorSearch(world);
});
afterEach(() => world.door.disturb("ref.enishi.test"));
afterAll(() => world?.close());

/** The collector says something else of the page than it would. */
function answering(change: object): void {
  world.door.disturb("ref.enishi.test", async (pass, { path }) => {
    const answer = await pass();
    if (!path.startsWith("/v1/doctor")) return answer;
    const said = { ...JSON.parse(answer.body.toString()), ...change };
    const { "content-length": _, ...headers } = answer.headers;
    return { ...answer, headers, body: Buffer.from(JSON.stringify(said)) };
  });
}

const navigatorSays = (name: string, value: boolean) => (page: Page) =>
  page.addInitScript(
    ([name, value]) =>
      Object.defineProperty(Navigator.prototype, name, { get: () => value }),
    [name, value] as const,
  );

interface Case {
  check: string;
  says: string;
  answer?: object;
  file?: string;
  prepare?: (page: Page) => Promise<unknown>;
}

const cases: Case[] = [
  {
    check: "key",
    answer: { isKey: false, isOrigin: false },
    says: "Copy the snippet from /owner/install again.",
  },
  {
    check: "origin",
    answer: { isOrigin: false },
    says: "https://shop.test is not one of the site's origins: add it at /owner/install.",
  },
  {
    check: "clock",
    answer: { now: Date.now() + 3_600_000 },
    says: "Set the clock",
  },
  {
    check: "version",
    answer: { version: "9.9.9" },
    says: "The collector is 9.9.9, this script another.",
  },
  {
    check: "seen",
    answer: { seen: null },
    says: "Open a member's link here, or show a widget",
  },
  {
    check: "setting",
    says: "the site's setting differ: - ≠ granted.",
  },
  {
    check: "setting",
    file: "consent-required.html",
    says: "the site's setting differ: required ≠ granted.",
  },
  {
    check: "consent",
    file: "consent-required.html",
    says: '(required). Call enishi("consent", "granted")',
  },
  {
    check: "consent",
    prepare: navigatorSays("globalPrivacyControl", true),
    says: "(Global Privacy Control)",
  },
  {
    check: "cookie",
    prepare: navigatorSays("cookieEnabled", false),
    says: "This browser takes no cookies.",
  },
  {
    check: "storage",
    file: "storage-denied.html",
    says: "Check the frame's sandbox and the browser's settings.",
  },
];

test.for(cases)("$check: $says", async (found) => {
  if (found.answer) answering(found.answer);
  const { page, problems } = await visit(found.file ?? "plain.html", {
    search,
    ...(found.prepare && { prepare: found.prepare }),
  });
  const line = page.locator(`li[data-check=${found.check}]`);
  await line.waitFor();
  expect(await line.getAttribute("data-state")).toBe("bad");
  expect(await line.textContent()).toContain(found.says);
  expect(problems).toEqual([]);
});

/** The browser tells of a cookie with so many days left, or tells nothing of its life. */
const cookieOf = (value: string, days?: number) => (page: Page) =>
  page.addInitScript(
    ([value, days]) => {
      // biome-ignore lint/suspicious/noDocumentCookie: as the tracker does
      document.cookie = `_enishi=${value};path=/;max-age=9999`;
      const expires = days && Date.now() + Number(days) * 86_400_000;
      Object.defineProperty(window, "cookieStore", {
        value: days && { get: async () => ({ expires }) },
      });
    },
    [value, days] as const,
  );
const visitor = "1.visitor-0000000000000001.FROMCOOK~mh000000~.";

test.each([
  ["refused", cookieOf("0", 400), "unknown", "Consent was refused"],
  ["of unknown life", cookieOf(visitor), "good", "life unknown"],
  ["of seven days", cookieOf(visitor, 7), "bad", "ends in 7 days"],
  ["of eight days", cookieOf(visitor, 8), "good", "for 8 days"],
])("a cookie that is %s is told as such", async (_, prepare, state, says) => {
  const { page } = await visit("plain.html", { search, prepare });
  const line = page.locator("li[data-check=cookie]");
  await line.waitFor();
  expect(await line.textContent()).toContain(says);
  expect(await line.getAttribute("data-state")).toBe(state);
});

test("a policy that only reports is no fault", async () => {
  const { page } = await visit("plain.html", {
    search,
    prepare: (page) =>
      page.addInitScript((blockedURI) => {
        const report = () =>
          document.dispatchEvent(
            new SecurityPolicyViolationEvent("securitypolicyviolation", {
              ...{ blockedURI, violatedDirective: "connect-src" },
              ...{ effectiveDirective: "connect-src", documentURI: "x" },
              ...{
                originalPolicy: "x",
                statusCode: 200,
                disposition: "report",
              },
            }),
          );
        setInterval(report, 10);
      }, collectorUrl),
  });
  const line = page.locator("li[data-check=csp]");
  await line.waitFor();
  expect(await line.getAttribute("data-state")).toBe("good");
});

test("a router that drops the key once the script has begun does not hide the doctor", async () => {
  const { page } = await visit("plain.html", {
    search,
    prepare: (page) =>
      page.addInitScript(() => {
        const { history, location } = window;
        // As soon as the tracker has begun, before the rest of it has come.
        const timer = setInterval(() => {
          if (!(Symbol.for("enishi") in document)) return;
          clearInterval(timer);
          history.replaceState(null, "", location.pathname);
        }, 0);
      }),
  });
  await page.locator("li[data-check=seen]").waitFor();
  expect(new URL(page.url()).search).toBe("");
});

test("with data-debug the key is found though a router dropped it before the script", async () => {
  const { page } = await visit("plain.html", {
    search,
    prepare: (page) =>
      page.addInitScript(() => {
        history.replaceState(null, "", location.pathname);
        new MutationObserver(() =>
          document
            .querySelector("script[data-site]")
            ?.setAttribute("data-debug", ""),
        ).observe(document, { subtree: true, childList: true });
      }),
  });
  await page.locator("li[data-check=seen]").waitFor();
});

test("with a wrong key or origin nothing is said of consent", async () => {
  answering({ isKey: false, isOrigin: false, consent: null });
  const { page } = await visit("consent-required.html", { search });
  for (const check of ["setting", "consent"]) {
    const line = page.locator(`li[data-check=${check}]`);
    await line.waitFor();
    expect(await line.getAttribute("data-state")).toBe("unknown");
    expect(await line.textContent()).toContain("Mend key and origin first");
  }
});

test("a change of route is counted, and the cookie's life is told", async () => {
  const { page } = await visit("granted.html", { search });
  const line = (check: string) => page.locator(`li[data-check=${check}]`);
  await line("seen").waitFor();
  expect(await line("routes").getAttribute("data-state")).toBe("unknown");
  expect(await line("setting").getAttribute("data-state")).toBe("good");
  await page.evaluate(
    "enishi('track', 'looked').then(() => history.pushState(null, '', '/tea'))",
  );
  await page.getByRole("button", { name: "Check again" }).click();
  await expect.poll(() => line("routes").textContent()).toContain("opened: 1.");
  await expect
    .poll(() => line("cookie").textContent())
    .toMatch(/there, for (39\d|400) days/);
});

test.each([
  [
    "changes nothing in the page, in a browser without the Navigation API",
    "Object.defineProperty(window, 'navigation', { value: undefined })",
  ],
  [
    "is on a page whose MutationObserver does not work",
    "window.MutationObserver = function () { throw new Error('old') }",
  ],
])("a route that %s is told of", async (_, breaks) => {
  const { page } = await visit("granted.html", {
    search,
    prepare: (page) => page.addInitScript(breaks),
  });
  const line = page.locator("li[data-check=routes]");
  await line.waitFor();
  await page.evaluate("history.pushState(null, '', '/tea')");
  await page.getByRole("button", { name: "Check again" }).click();
  await expect.poll(() => line.getAttribute("data-state")).toBe("bad");
  expect(await line.textContent()).toContain("dispatch popstate");
});
