import { afterEach, expect, test } from "vitest";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

const { world, code, visit, untilClicked, untilOrdered, untilTracked } =
  openSituation();

afterEach(() => {
  world.door.passages.length = 0;
  for (const host of ["shop.test", "ref.enishi.test"]) world.door.disturb(host);
});

/** The requests that have brought an event whose name or order this is. */
const bringing = (what: string) =>
  world.door.passages
    .filter(({ path, body }) => `${path} ${body}`.includes(what))
    .map(({ method, path }) => `${method} ${path.split("?")[0]}`);

test("what is told in one moment comes in one request", async () => {
  const via = await code();
  const { page } = await visit("granted.html", { code: via });
  await untilClicked(via);
  const names = [1, 2, 3, 4, 5].map((n) => `${via}-${n}`);
  const all = `Promise.all(${JSON.stringify(names)}.map((name) => enishi("track", name)))`;
  await page.evaluate(`${all}.then(() => undefined)`);
  for (const name of names) await untilTracked(name);
  expect(bringing(`${via}-`)).toEqual(["POST /v1/events"]);
});

test("where another script has spent what may be kept alive, an order goes by image and the rest once there is room", async () => {
  const via = await code();
  const [order, name] = [newOrder(), `waited-${via}`];
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  world.door.disturb("shop.test", async (pass, { path }) => {
    if (path === "/slow") await answered;
    return pass();
  });
  const { page, problems } = await visit("keepalive-spent.html", { code: via });
  await expect.poll(() => bringing(via)).toContain("GET /v1/seen.gif");
  await buy(page, order);
  await call(page, "track", name);
  expect(bringing(order)).toEqual(["GET /v1/seen.gif"]);
  expect(bringing(name)).toEqual([]);
  answer();
  await untilTracked(name);
  await untilClicked(via);
  await untilOrdered(order, via);
  expect(problems).toEqual([]);
});

test("where fetch refuses keepalive, what no image may bring leaves by a beacon, and what the device still holds is no second one", async () => {
  const via = await code();
  const [order, name] = [newOrder(), `left-${via}`];
  const { page, problems } = await visit("keepalive-refused.html", {
    code: via,
  });
  await untilClicked(via);
  await buy(page, order);
  await call(page, "track", name);
  expect(bringing(name)).toEqual([]);
  await page.goto("about:blank");
  await untilTracked(name);
  await page.goto(`${shopUrl}/granted.html`);
  await expect
    .poll(() =>
      page.evaluate("Object.keys(localStorage).filter((key) => /:/.test(key))"),
    )
    .toEqual([]);
  await untilTracked(name);
  await untilOrdered(order, via);
  expect(problems).toEqual([]);
});

test("a collector that says until when it is busy, by a date, is left alone until then", async () => {
  const via = await code();
  const order = newOrder();
  const { page } = await visit("granted.html", { code: via });
  await untilClicked(via);
  const askedAt: number[] = [];
  let busyUntil = 0;
  world.door.disturb("ref.enishi.test", async (pass, { path }) => {
    if (path !== "/v1/events") return pass();
    askedAt.push(Date.now());
    if (busyUntil) return pass();
    // A date has whole seconds; the tracker's own first pause has two at most.
    busyUntil = Math.ceil(Date.now() / 1_000 + 3) * 1_000;
    return {
      status: 503,
      headers: {
        "access-control-allow-origin": shopUrl,
        "access-control-expose-headers": "Retry-After",
        "retry-after": new Date(busyUntil).toUTCString(),
      },
      body: Buffer.from("{}"),
    };
  });
  await buy(page, order);
  await untilOrdered(order, via);
  // A timer may be a millisecond early.
  expect(askedAt[1]).toBeGreaterThan(busyUntil - 10);
});

test("with scripts off an order is one, however often its page is shown and whoever else tells it", async () => {
  const via = await code();
  const order = "without-scripts";
  const friend = await world.device({ javaScriptEnabled: false });
  await friend.goto(`${shopUrl}/scripts-off.html?via=${via}`);
  await untilClicked(via);
  await friend.goto(`${shopUrl}/scripts-off-thanks.html?via=${via}`);
  const claim = await untilOrdered(order, via);
  await friend.reload();
  await expect.poll(() => bringing(order)).toHaveLength(2);
  const { page } = await visit("plain.html");
  await buy(page, order);
  const { status, body } = await world.api.convert({
    type: "sale",
    orderId: order,
    amountMinor: 1_000,
    currency: "JPY",
    code: via,
    customer: { id: "friend-without-scripts" },
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: claim.id, verified: true });
  await untilOrdered(order, via);
});

test("a script sees by the picture's width whether its event may come again", async () => {
  const { page } = await visit("granted.html");
  const width = (site: string) =>
    page.evaluate(`new Promise((resolve, reject) => {
      const script = document.querySelector("script[data-site]");
      const image = new Image();
      image.onload = () => resolve(image.naturalWidth);
      image.onerror = reject;
      image.src = new URL("/v1/seen.gif?type=none&site=" + (${site}), script.src);
    })`);
  expect(await width("script.dataset.site")).toBe(1);
  expect(await width("'pk_unknown'")).toBe(2);
});
