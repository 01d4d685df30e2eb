import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp, someId } from "../../tests/open-app.ts";
import { rebuildAndCompare } from "../storage/rollups/compare-rebuilt.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

const robot =
  "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari";

function send(events: object[], userAgent: string) {
  const batch = { site: "pk_test", sentAt: open.clock.now, events };
  const said = { "User-Agent": userAgent };
  return open.asPage("POST", "/v1/events", batch, said);
}

async function look(code: string, userAgent: string) {
  const at = open.clock.now;
  const events = [
    { type: "view", surface: "share", code },
    { type: "share", channel: "line", code },
    { type: "copy", channel: "code", code },
    { type: "custom", name: "read" },
  ].map((event) => ({ ...event, id: someId(), at }));
  const { body } = await send(events, userAgent);
  expect(body).toMatchObject({ accepted: 4, refused: [] });
}

async function reported() {
  const { body } = await open.asServer("GET", "/v1/reports/funnel");
  const { body: byChannel } = await open.asServer(
    "GET",
    "/v1/reports/channels",
  );
  const { views, shares, copies } = body;
  return { views, shares, copies, channels: byChannel.items };
}

test("what a robot does with the elements is stored as a robot's, and in no report", async () => {
  const { code } = (await open.asServer("PUT", "/v1/members/hanako", {})).body;
  await look(code, phone);
  const people = await reported();
  expect(people).toMatchObject({ views: 1, shares: 1, copies: 1 });
  await look(code, robot);
  expect(await reported()).toEqual(people);
  // Nor where they are read one by one, or counted anew.
  open.clock.now += 1;
  expect(await reported()).toEqual(people);
  expect(await rebuildAndCompare(open.work.db)).toEqual([]);
  expect(await reported()).toEqual(people);
  const rows = await open.work.db
    .selectFrom("events")
    .select("type")
    .where("type", "like", "bot_%")
    .orderBy("type")
    .execute();
  expect(rows.map(({ type }) => type)).toEqual([
    "bot_copy",
    "bot_custom",
    "bot_share",
    "bot_view",
  ]);
});

test("an origin is not remembered by what a robot does on it", async () => {
  await look("7K9M2QXB", robot);
  const origins = () =>
    open.work.db.selectFrom("site_origins").select("type").execute();
  expect(await origins()).toEqual([]);
  await look("7K9M2QXB", phone);
  expect(await origins()).toEqual([{ type: "custom" }]);
});

test("an order counts whatever sends it", async () => {
  const id = someId();
  const at = open.clock.now;
  const sale = {
    type: "sale",
    orderId: "A-1",
    amountMinor: 1,
    currency: "JPY",
  };
  await send([{ ...sale, id, at }], robot);
  const { body } = await open.asServer("GET", "/v1/conversions?orderId=A-1");
  expect(body.items).toHaveLength(1);
});
