import type { Page } from "playwright";
import { afterEach, beforeAll, expect, test } from "vitest";
import { doctorSearch } from "./doctor-search.ts";
import { openSituation } from "./situation.ts";
import { collectorUrl, shopUrl } from "./world.ts";

let search: string;
const { world, visit } = openSituation();

beforeAll(async () => {
  search = await doctorSearch(world);
});
afterEach(() => {
  world.door.disturb("ref.enishi.test");
  world.door.disturb("shop.test");
});

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

/** The snippet has one more attribute. */
const scriptWith = (name: string, value: string) => (page: Page) =>
  page.addInitScript(
    ([name, value]) => {
      new MutationObserver((_, observer) => {
        const script = document.querySelector<HTMLElement>("script[data-site]");
        if (!script) return;
        observer.disconnect();
        script.dataset[name] = value;
      }).observe(document, { subtree: true, childList: true });
    },
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
    check: "setting",
    says: 'The script has no data-consent, so each page asks the collector before it keeps a referral, and can lose it where that is out of reach. The site\'s setting is "granted"',
  },
  {
    check: "setting",
    file: "consent-required.html",
    says: 'The page says data-consent="required", and the site\'s setting is "granted". The page\'s word counts.',
  },
  {
    check: "lists",
    prepare: scriptWith("domains", "*.forms.example,https://shop.example/x"),
    says: 'Write data-domains="forms.example,shop.example"',
  },
  {
    check: "lists",
    prepare: scriptWith("param", "?friend=, by"),
    says: 'Write data-param="friend,by"',
  },
  {
    check: "lists",
    prepare: scriptWith("forms", "form#contact["),
    says: 'data-forms="form#contact[" is no selector',
  },
  {
    check: "twice",
    file: "script-twice.html",
    says: "3 times, and only the one that ran first counts. Here that was <script ",
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
  {
    check: "storage",
    prepare: (page) =>
      page.addInitScript(() => {
        localStorage.full = "x".repeat(5_242_870);
      }),
    says: "localStorage is full",
  },
  {
    check: "key",
    prepare: scriptWith("site", "sk_test_secret"),
    says: "Replace that secret at /owner/sites",
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

test("of two scripts it shows the one that runs, though it is written second", async () => {
  const { page } = await visit("plain.html", {
    search,
    prepare: (page) =>
      page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          const script = document.querySelector("script[data-site]");
          if (!script) return;
          observer.disconnect();
          const second = script.cloneNode() as HTMLScriptElement;
          second.dataset.consent = "required";
          second.async = false;
          // Beyond the first's reach: it never runs.
          script.setAttribute("type", "text/plain");
          script.after(second);
        }).observe(document, { subtree: true, childList: true });
      }),
  });
  const line = page.locator("li[data-check=twice]");
  await line.waitFor();
  expect(await line.textContent()).toMatch(
    /Here that was <script [^>]*data-consent="required"/,
  );
});

test("the package beside the script is counted, where the package runs", async () => {
  const { page } = await visit("from-npm.html", {
    search,
    prepare: (page) =>
      page.route(`${shopUrl}/npm/**`, (route) =>
        route.fulfill({
          path: `dist${new URL(route.request().url()).pathname}`,
        }),
      ),
  });
  const line = page.locator("li[data-check=twice]");
  await line.waitFor();
  expect(await line.getAttribute("data-state")).toBe("good");
  await page.addScriptTag({ content: scriptTwin });
  await page.getByRole("button", { name: "Check again" }).click();
  await expect
    .poll(() => line.textContent())
    .toContain("2 times: by its own bundle");
});

/** What a tag manager would do. */
const scriptTwin = `const twin = document.createElement("script");
twin.src = "${collectorUrl}/enishi.js";
twin.dataset.site = "pk_other";
document.head.append(twin);`;

test("an origin that has not been heard of yet is no fault", async () => {
  answering({ seen: null });
  const { page } = await visit("plain.html", { search });
  const line = page.locator("li[data-check=seen]");
  await line.waitFor();
  expect(await line.getAttribute("data-state")).toBe("unknown");
  expect(await line.textContent()).toContain("which is right for a new page");
});

test("where the collector does not answer, each line says why nothing is known", async () => {
  const { page } = await visit("plain.html", {
    search,
    prepare: (page) => page.route("**/v1/**", (route) => route.abort()),
  });
  await page.locator("li[data-check=seen]").waitFor();
  const lines = page.locator("li[data-state=unknown]");
  expect(await lines.count()).toBeGreaterThan(5);
  for (const said of await lines.locator("p").allTextContents())
    expect(said.length).toBeGreaterThan(40);
  for (const check of ["key", "origin", "seen", "clock", "version"])
    expect(
      await page.locator(`li[data-check=${check}]`).textContent(),
    ).toContain("does not answer this page");
});

/** The shop's pages come with a policy. */
function underPolicy(policy: string): void {
  world.door.disturb("shop.test", async (pass) => {
    const answer = await pass();
    const headers = { ...answer.headers, "content-security-policy": policy };
    return { ...answer, headers };
  });
}

test("a policy mended as it says lets the tracker through, and the page's own calls as before", async () => {
  const scripts = `script-src 'unsafe-inline' ${collectorUrl}`;
  underPolicy(`default-src 'self'; ${scripts}`);
  const first = await visit("plain.html", { search });
  const line = first.page.locator("li[data-check=csp]");
  await line.waitFor();
  const [, advice] =
    /today: (.+)$/.exec((await line.textContent()) ?? "") ?? [];
  expect(advice).toBe(`connect-src 'self' ${collectorUrl}`);
  underPolicy(`default-src 'self'; ${scripts}; ${advice}`);
  const { page } = await visit("plain.html", { search });
  const mended = page.locator("li[data-check=csp]");
  await mended.waitFor();
  expect(await mended.getAttribute("data-state")).toBe("good");
  expect(await page.evaluate("fetch('/').then(() => 'own')")).toBe("own");
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

test("where a page may not read its cookies, the panel comes and says so", async () => {
  underPolicy("sandbox allow-scripts");
  const { page } = await visit("plain.html", { search });
  const line = page.locator("li[data-check=cookie]");
  await line.waitFor();
  expect(await line.getAttribute("data-state")).toBe("bad");
  expect(await line.textContent()).toContain("may not use cookies (sandbox)");
});

/** As Google Tag Manager does with a pasted tag: only `src` is left of it. */
const injected = (page: Page) =>
  page.addInitScript((src) => {
    document.addEventListener("DOMContentLoaded", () => {
      document.querySelector("script[data-site]")?.remove();
      const script = document.createElement("script");
      script.src = src;
      document.head.append(script);
    });
    new MutationObserver(() =>
      document.querySelector("script[data-site]")?.remove(),
    ).observe(document, { subtree: true, childList: true });
  }, `${collectorUrl}/enishi.js?injected`);

test("a script without data-site sends nothing, and the doctor says what dropped it", async () => {
  const blockOwn = async (page: Page) => {
    await page.route(`${collectorUrl}/enishi.js`, (route) => route.abort());
    await injected(page);
  };
  world.door.passages.length = 0;
  const { page: shop } = await visit("plain.html", {
    search: "?via=7K9M2QXB",
    prepare: blockOwn,
  });
  await shop.waitForLoadState("networkidle");
  const asked = world.door.passages.map(({ path }) => path);
  expect(asked).toContain("/enishi.js?injected");
  expect(asked.filter((path) => path.startsWith("/v1/"))).toEqual([]);
  const { page } = await visit("plain.html", { search, prepare: blockOwn });
  const line = page.locator("li[data-check=key]");
  await line.waitFor();
  expect(await line.getAttribute("data-state")).toBe("bad");
  expect(await line.textContent()).toContain('setAttribute("data-site"');
  expect(await line.textContent()).not.toContain("undefined");
});

test("a check that the page breaks hides no other", async () => {
  const { page } = await visit("plain.html", {
    search,
    prepare: (page) =>
      page.addInitScript(() => {
        const { querySelectorAll } = Document.prototype;
        Document.prototype.querySelectorAll = function (selector: string) {
          if (selector.startsWith("script[src]")) throw new Error("broken");
          return querySelectorAll.call(this, selector);
        };
      }),
  });
  const line = page.locator("li[data-check=twice]");
  await line.waitFor();
  expect(await line.getAttribute("data-state")).toBe("unknown");
  expect(await line.textContent()).toContain("Error: broken");
  expect(await page.locator("li[data-check]").count()).toBe(14);
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

test("a router that replaces the body leaves the panel, and is counted", async () => {
  const { page } = await visit("plain.html", { search });
  const line = page.locator("li[data-check=routes]");
  await line.waitFor();
  await page.evaluate(() => {
    history.pushState(null, "", "/second");
    document.body.replaceWith(document.createElement("body"));
  });
  await page.getByRole("button", { name: "Check again" }).click();
  await expect.poll(() => line.getAttribute("data-state")).toBe("good");
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
  // The panel's own coming is looked at before that, or the route would be found on the way.
  const first = await line.elementHandle();
  await page.getByRole("button", { name: "Check again" }).click();
  await first?.waitForElementState("hidden");
  await page.evaluate("history.pushState(null, '', '/tea')");
  await page.getByRole("button", { name: "Check again" }).click();
  await expect.poll(() => line.getAttribute("data-state")).toBe("bad");
  expect(await line.textContent()).toContain("dispatch popstate");
});
