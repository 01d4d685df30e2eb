import { SignJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp, someId } from "../../tests/open-app.ts";
import { DomainError } from "../domain/domain-error.ts";
import { newCounters } from "./counters.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

async function see(
  query: Record<string, string>,
  headers: Record<string, string> = {},
  method = "GET",
) {
  const params = new URLSearchParams({ site: "pk_test", ...query });
  const answer = await open.app.request(`/v1/seen.gif?${params}`, {
    method,
    headers,
  });
  const picture = await answer.arrayBuffer();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/gif");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const outcome = answer.headers.get("enishi-outcome");
  if (method === "GET") {
    expect(picture.byteLength).toBe(43);
    expect(widths(picture)).toEqual(Array(2).fill(mayEnd(outcome) ? 2 : 1));
  }
  return outcome;
}

/** Of the whole picture and of its only frame. */
const widths = (picture: ArrayBuffer) =>
  [6, 32].map((place) => new DataView(picture).getUint16(place, true));

const mayEnd = (outcome: string | null) =>
  /code=(rate_limited|overloaded|internal|unknown_site|origin_not_allowed)$/.test(
    outcome ?? "",
  );

const clicks = () => open.work.db.selectFrom("clicks").selectAll().execute();
const conversions = () =>
  open.work.db.selectFrom("conversions").selectAll().execute();

test("a click is recorded once by its id, and without an id each time", async () => {
  const id = someId();
  const click = { type: "click", code: "7K9M2QXB" };
  expect(await see({ ...click, id })).toBe("accepted");
  expect(await see({ ...click, id })).toBe("duplicate");
  expect(await see(click)).toBe("accepted");
  expect(await see(click)).toBe("accepted");
  expect(await clicks()).toHaveLength(3);
});

test("an order without an id of its own is a duplicate when it comes again", async () => {
  const sale = { type: "sale", amountMinor: "5000", currency: "JPY" };
  expect(await see({ ...sale, orderId: "A-1" })).toBe("accepted");
  expect(await see({ ...sale, orderId: "A-1" })).toBe("duplicate");
  expect(await see({ ...sale, orderId: "A-2" })).toBe("accepted");
  const lead = { type: "lead", orderId: "A-1" };
  expect(await see(lead)).toBe("accepted");
  expect(await see(lead)).toBe("duplicate");
  expect(await conversions()).toHaveLength(3);
});

test("an address that cannot be read is refused", async () => {
  const { headers } = await open.call(
    "GET",
    "/v1/seen.gif?site=pk_test&type=lead&orderId=%E0%A4%A",
  );
  expect(headers.get("enishi-outcome")).toBe("refused; code=invalid_field");
});

test("a sale of a page without scripts is a claim, with the link from the page's address", async () => {
  const { code } = await open.member();
  const outcome = await see(
    { type: "sale", orderId: "A-1", amountMinor: "5000", currency: "JPY" },
    {
      Referer: `https://shop.example/thanks?via=${code}&ec=0mh000000000000000click`,
    },
  );
  expect(outcome).toBe("accepted");
  const [row] = await conversions();
  expect(row).toMatchObject({
    amount_minor: 5_000,
    trust: "claim",
    code: null,
  });
  expect(JSON.parse(row?.touches ?? "")).toEqual([
    { code, at: open.clock.now, click: "0mh000000000000000click" },
  ]);
});

test("the code comes from the query, else from the page's address, else from the cookie", async () => {
  const cookie = {
    Cookie: "_enishi=1.visitor-0000000000000001.FROMCOOK~mh000000~.",
  };
  const page = { Referer: "https://shop.example/?ref=frompage" };
  await see({ type: "click", code: "FROMQUERY" }, { ...cookie, ...page });
  await see({ type: "click" }, { ...cookie, ...page });
  await see({ type: "click" }, cookie);
  expect((await clicks()).map(({ code }) => code).sort()).toEqual([
    "FROMCOOK",
    "FROMPAGE",
    "FROMQUERY",
  ]);
  expect(await see({ type: "click" })).toBe("refused; code=invalid_field");
});

test("the redirect's click and the picture's are one", async () => {
  const { code } = await open.member();
  const link = await open.call("GET", `/r/${code}`);
  await see({ type: "click" }, { Referer: link.headers.get("location") ?? "" });
  expect(await clicks()).toHaveLength(1);
});

test.each([
  ["an unknown site", { site: "pk_no", type: "view" }, "unknown_site"],
  ["no type", { type: "" }, "invalid_field"],
  ["a wrong amount", { type: "sale", amountMinor: "1.5" }, "invalid_field"],
  [
    "a mail address",
    { type: "lead", orderId: "1", email: "a@b.c" },
    "invalid_field",
  ],
  ["a customer", { type: "sale", "customer[id]": "1" }, "invalid_field"],
])("%s is refused in the header", async (_, query, code) => {
  expect(await see(query as Record<string, string>)).toBe(
    `refused; code=${code}`,
  );
});

test("a conversion token is believed, a member's is not", async () => {
  const sign = (aud: string) =>
    new SignJWT({
      aud,
      type: "sale",
      sub: "taro",
      orderId: "A-9",
      amountMinor: 700,
      currency: "JPY",
      iat: open.clock.now / 1000,
      exp: open.clock.now / 1000 + 60,
    })
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode("sig_test"));
  expect(await see({ type: "sale", token: await sign("member") })).toBe(
    "refused; code=bad_token",
  );
  expect(await see({ type: "sale", token: await sign("conversion") })).toBe(
    "accepted",
  );
  expect(await conversions()).toMatchObject([{ trust: "token" }]);
});

test("pages of other origins, prefetches and HEAD record nothing", async () => {
  const click = { type: "click", code: "7K9M2QXB" };
  expect(await see(click, { Referer: "https://evil.example/" })).toBe(
    "refused; code=origin_not_allowed",
  );
  expect(
    await see(click, { Origin: "null", Referer: "https://evil.example/" }),
  ).toBe("refused; code=origin_not_allowed");
  expect(await see(click, { "Sec-Purpose": "prefetch" })).toBe(
    "refused; code=not_seen",
  );
  expect(await see(click, {}, "HEAD")).toBe("refused; code=not_seen");
  expect(await clicks()).toEqual([]);
});

test("a frame without an origin, which says so, is as one that says nothing", async () => {
  const sale = { type: "sale", amountMinor: "5000", currency: "JPY" };
  expect(await see({ ...sale, orderId: "A-1" }, { Origin: "null" })).toBe(
    "accepted",
  );
  expect(await conversions()).toMatchObject([
    { order_id: "A-1", trust: "claim" },
  ]);
  // It is no origin that an owner could be told of, or asked to allow.
  expect(
    await open.work.db.selectFrom("site_origins").selectAll().execute(),
  ).toEqual([]);
  const { status } = await open.call(
    "POST",
    "/v1/events",
    { site: "pk_test", sentAt: open.clock.now, events: [] },
    { Origin: "null" },
  );
  expect(status).toBe(403);
});

test("a bot's picture is labelled, not dropped", async () => {
  await see(
    { type: "click", code: "7K9M2QXB" },
    { "User-Agent": "SomeBot/1.0" },
  );
  expect(await clicks()).toMatchObject([{ bot: 1 }]);
});

test("a refused picture is counted among the problems by its code, and has its line, as a refused beacon", async () => {
  const counters = newCounters();
  const full = new DomainError("overloaded", "Come back.");
  full.cause = new Error("the disk is full");
  const failures = [full, new Error("a stranger")];
  const broken = await openApp({
    counters,
    reading: open.work,
    writer: {
      run: () => Promise.reject(failures.shift()),
      depth: () => 0,
      close: async () => {},
    },
  });
  const show = async (site: string, headers = {}) => {
    const path = `/v1/seen.gif?site=${site}&type=view&surface=share`;
    return (await broken.call("GET", path, undefined, headers)).headers;
  };
  const shown = [
    await show("pk_no"),
    await show("pk_test", { Referer: "https://evil.example/" }),
    await show("pk_test"),
    await show("pk_test"),
  ];
  for (let n = 0; n < 20; n++) await show("pk_no");
  await show("pk_test", { "Sec-Purpose": "prefetch" });
  const problems = [...counters.problems].filter(([, count]) => count > 0);
  expect(Object.fromEntries(problems)).toEqual({
    unknown_site: 21,
    origin_not_allowed: 1,
    overloaded: 1,
    internal: 1,
  });
  const lines = broken.logged.filter(({ level }) => level !== "debug");
  const told = (index: number) =>
    lines
      .filter(
        ({ fields }) =>
          "requestId" in fields &&
          fields.requestId === shown[index]?.get("enishi-request-id"),
      )
      .map(({ level, message }) => `${level}: ${message}`);
  expect([0, 1, 2, 3].map(told)).toEqual([
    ["info: answered"],
    ["info: answered"],
    [expect.stringContaining("error: The database"), "error: answered"],
    ["error: A request failed unexpectedly"],
  ]);
  expect(lines.length).toBeLessThan(15);
  await broken.close();
});
