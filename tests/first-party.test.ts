import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import {
  type CollectorProcess,
  keys,
  shopOrigin,
  startCollector,
} from "./collector-process.ts";
import { recipe } from "./recipe.ts";
import { siteApi } from "./site-api.ts";

const file = "docs/first-party.md";
const page = "https://shop.test/api/ties";
/** As Shopify's manual shows them. */
const fromShopify =
  "shop=tea.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fties&timestamp=1317327555&signature=4c68c862";

let collector: CollectorProcess;
let worker: { fetch(request: Request): Promise<Response> };

beforeAll(async () => {
  collector = await startCollector({
    env: {
      ENISHI_PUBLIC_URL: page,
      ENISHI_COOKIE_DOMAIN: "shop.test",
      ENISHI_TRUST_PROXY: "1",
      ENISHI_RATE_LIMIT: "5",
    },
  });
  const code = recipe(file, "Cloudflare", "js").replace(
    "https://collector.example",
    collector.url,
  );
  const module = await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  );
  worker = module.default;
});
afterAll(() => collector?.end("SIGTERM"));

test("by the Worker a link redirects with its cookie, for the browser to follow", async () => {
  const { code } = await siteApi(collector).putMember("hanako");
  const answer = await through(`/r/${code}?channel=line`);
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toContain(`via=${code}`);
  expect(answer.headers.get("set-cookie")).toMatch(/^_enishi=.*shop\.test/);
});

test("the Worker leads nobody to the owner's pages and the figures", async () => {
  const asked = vi.spyOn(globalThis, "fetch");
  onTestFinished(() => asked.mockRestore());
  for (const path of [
    "/owner",
    "/owner/install",
    "/metrics",
    "//metrics",
    "/%6fwner/login",
    "/%6Fwner/login",
    "/%4fwner",
    "/own%65r",
    "/%6d%65%74rics",
    "/%2fowner",
    "/r/../owner",
    "/r/%2e%2e/owner",
  ])
    expect({ path, status: (await through(path)).status }).toEqual({
      path,
      status: 404,
    });
  expect(asked).not.toHaveBeenCalled();
  expect((await through("/r/%ff")).status).toBe(302);
});

test("the collector itself gives nothing held back under another spelling", async () => {
  expect((await fetch(`${collector.url}/owner/login`)).status).toBe(200);
  for (const path of ["/%6fwner/login", "/%6detrics"])
    expect((await fetch(collector.url + path)).status).toBe(404);
});

test("what Shopify adds to a query would be refused, and the Worker takes it off", async () => {
  const path = `/v1/settings?site=${keys.site}&${fromShopify}`;
  const direct = await fetch(collector.url + path);
  expect(direct.status).toBe(400);
  expect((await through(path)).status).toBe(200);
});

test("events go by the Worker, and callers are told apart by their own address", async () => {
  const send = (from: string) =>
    through(`/v1/events?${fromShopify}`, {
      from,
      method: "POST",
      body: JSON.stringify({ site: keys.site, sentAt: 0, events: [] }),
    });
  const statuses = [];
  for (let n = 0; n < 6; n++) statuses.push((await send("192.0.2.7")).status);
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  expect((await send("192.0.2.8")).status).toBe(202);
});

test("the rewrite of Next.js takes the path off, and leads on what is for browsers alone", async () => {
  const module = { exports: {} as NextConfig };
  new Function("module", recipe(file, "Next.js", "js"))(module);
  const [rewrite] = await module.exports.rewrites();
  const { source = "", destination = "" } = rewrite ?? {};
  // As path-to-regexp reads `:part(...)` and `/:path*`.
  const pattern = new RegExp(
    `^${source.replace(/:part(\(.*?\))/, "$1").replace("/:path*", "(?:/(.*))?")}$`,
    "i",
  );
  const leadsTo = (path: string) => {
    const found = pattern.exec(`/api/ties${path}`);
    if (!found) return null;
    const rest = found[2] ? `/${found[2]}` : "";
    return destination
      .replace(":part", found[1] ?? "")
      .replace("/:path*", rest);
  };
  for (const path of [
    "/r/7K9M2QXB",
    "/s/token/qr.svg",
    "/v1/events",
    "/enishi.js",
    "/enishi/0.1.0/enishi.js",
    "/disclosure",
  ])
    expect(leadsTo(path)).toBe(`https://collector.example${path}`);
  for (const path of ["/owner", "/%6fwner/login", "//owner", "/metrics", "/rr"])
    expect(leadsTo(path)).toBeNull();
});

interface NextConfig {
  rewrites(): Promise<{ source: string; destination: string }[]>;
}

/** As Cloudflare would call it for a visitor. */
function through(
  path: string,
  { from = "192.0.2.1", ...init }: RequestInit & { from?: string } = {},
): Promise<Response> {
  const headers = {
    Origin: shopOrigin,
    "Content-Type": "text/plain",
    "CF-Connecting-IP": from,
    "X-Forwarded-For": "10.9.8.7",
  };
  return worker.fetch(new Request(page + path, { ...init, headers }));
}
