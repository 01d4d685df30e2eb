import { beforeEach, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { recordClick } from "../../tests/record-click.ts";
import { putMember } from "./put-member.ts";
import { recordConversion } from "./record-conversion.ts";

const dayMs = 86_400_000;
const here = "visitor-0000000000000001";
const there = "visitor-0000000000000002";
let open: Awaited<ReturnType<typeof openWork>>;
let code: string;

beforeEach(async () => {
  open = await openWork();
  const { work, siteId } = open;
  ({ code } = (await putMember(work, { siteId, externalId: "hanako" })).member);
  return () => open.close();
});

/** A browser tells of a click, `since` of one on another of the shop's domains. */
function click(
  visitor: string | null,
  more: { click?: string; since?: number } = {},
) {
  return recordClick(open, { code, visitor, ...more });
}

/** What the reports count: the clicks of people. */
async function counted(): Promise<number> {
  const clicks = open.work.db.selectFrom("clicks").select("id");
  return (await clicks.where("bot", "=", 0).execute()).length;
}

/** What the shop's server is told of an order, of which it knows the browser alone. */
async function order(visitor: string) {
  const { work, siteId, clock } = open;
  const { conversion } = await recordConversion(work, {
    siteId,
    word: word({
      orderId: "A1",
      occurredAt: clock.now,
      visitor,
      customer: { id: "taro", email: null, existing: false },
    }),
  });
  return conversion;
}

test.each(["by its id", "by its time"])(
  "who comes along from another domain is credited from their click there, known %s, and counted once",
  async (how) => {
    const met = open.clock.now;
    const id = await click(here);
    open.clock.now += 20 * dayMs;
    await click(there, {
      since: met + 60_000,
      ...(how === "by its id" && { click: id }),
    });
    expect(await counted()).toBe(1);
    expect((await order(there)).attributed).toMatchObject({ code, at: met });
  },
);

test("coming along makes no window longer", async () => {
  const met = open.clock.now;
  const id = await click(here);
  open.clock.now += 20 * dayMs;
  await click(there, { since: met, click: id });
  open.clock.now += 20 * dayMs;
  expect(await order(there)).toMatchObject({
    attributed: null,
    because: "window_closed",
  });
});

test("a time at which nobody is known to have clicked dates nothing: it is a click like any other", async () => {
  open.clock.now += 20 * dayMs;
  await click(there, { since: open.clock.now - 10 * dayMs });
  expect(await counted()).toBe(1);
  expect((await order(there)).attributed?.at).toBe(open.clock.now);
});

test("a click whose browser the link did not know gets the one that comes along", async () => {
  const { work, clock } = open;
  const id = await click(null);
  await click(there, { since: clock.now, click: id });
  const rows = await work.db.selectFrom("clicks").selectAll().execute();
  expect(rows).toMatchObject([{ id, visitor: there, bot: 0 }]);
});

test("an order that was there before whoever placed it came along is credited late", async () => {
  const id = await click(here);
  open.clock.now += dayMs;
  const since = open.clock.now - dayMs;
  expect((await order(there)).attributed).toBeNull();
  await click(there, { since, click: id });
  const { work } = open;
  const row = await work.db
    .selectFrom("conversions")
    .select("referral_id")
    .executeTakeFirstOrThrow();
  expect(row.referral_id).not.toBeNull();
});
