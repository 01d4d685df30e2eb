import { expect, onTestFinished, test } from "vitest";
import { openApp, someId } from "../../tests/open-app.ts";
import { trustClock } from "../../tests/trust-clock.ts";
import { hourMs } from "../storage/rollups/hours-of.ts";
import { rebuildRollups } from "../storage/rollups/rebuild-rollups.ts";

const dayMs = 24 * hourMs;

async function shop() {
  const open = await openApp();
  onTestFinished(open.close);
  const { code } = await open.member();
  const { clock, writer, work, siteId } = open;
  return {
    ...open,
    code,
    /** As the jobs do, hour after hour. */
    async forget(keepDays = 30) {
      await trustClock(work);
      await writer.run("provideMonths", undefined);
      while ((await writer.run("forgetEvents", { keepDays })).more);
    },
    view: (id = someId(), more: object = {}) =>
      open.events([
        { id, at: clock.now, type: "view", surface: "share", code, ...more },
      ]),
    funnel: async (query = "") =>
      (await open.asServer("GET", `/v1/reports/funnel${query}`)).body,
    kept: async (table: "events" | "clicks" | "event_ids") =>
      (
        await work.db
          .selectFrom(table)
          .select("id")
          .where("site_id", "=", siteId)
          .execute()
      ).length,
  };
}

test("old events go, and reports go on counting them, by the hour", async () => {
  const { clock, view, funnel, forget, kept, call, code, work } = await shop();
  const start = clock.now;
  await view();
  clock.now += 30 * 60_000;
  await view();
  await call("GET", `/r/${code}`);
  clock.now += 80 * dayMs;
  await view();
  const { to, ...before } = await funnel();
  expect(before).toMatchObject({ views: 3, clicks: 1 });
  expect(await kept("events")).toBe(4);
  await forget();
  expect(await kept("events")).toBe(1);
  expect(await kept("clicks")).toBe(0);
  expect(await funnel()).toMatchObject(before);
  // Half an hour is no longer known: the hour counts where it begins.
  const halfPast = start + 15 * 60_000;
  expect(await funnel(`?to=${halfPast}`)).toMatchObject({ views: 2 });
  expect(await funnel(`?from=${halfPast}`)).toMatchObject({ views: 1 });
  await rebuildRollups(work.db);
  expect(await funnel()).toMatchObject(before);
});

test("an event that is sent again after it has gone is a duplicate, as long as it can honestly come", async () => {
  const { clock, view, funnel, forget, kept, code, call } = await shop();
  const id = someId();
  const at = clock.now;
  await view(id);
  await call("GET", `/r/${code}`);
  clock.now += 399 * dayMs;
  await forget();
  expect(await kept("events")).toBe(0);
  for (const more of [{}, { at }]) {
    const again = await view(id, more);
    expect(again.body).toMatchObject({ accepted: 0, duplicate: 1 });
  }
  expect(await funnel()).toMatchObject({ views: 1, clicks: 1 });
  // From here on the event itself says that it is too old.
  clock.now += 2 * dayMs + 1;
  await forget();
  expect(await kept("event_ids")).toBe(0);
  const tooLate = await view(id, { at });
  expect(tooLate.body).toMatchObject({ accepted: 0, refused: [{ id }] });
  expect(await funnel()).toMatchObject({ views: 1 });
});

test("nothing goes that can still credit somebody, whatever the owner has set", async () => {
  const { clock, asServer, forget, kept, call, code, view } = await shop();
  const [program] = (await asServer("GET", "/v1/programs")).body.items;
  const attribution = { ...program.attribution, windowDays: 120 };
  const put = await asServer("PUT", "/v1/programs/default", {
    ...program,
    attribution,
  });
  expect(put.status).toBe(200);
  await view();
  await call("GET", `/r/${code}`);
  clock.now += 119 * dayMs;
  await forget(1);
  expect(await kept("clicks")).toBe(1);
  clock.now += 60 * dayMs;
  await forget(1);
  expect(await kept("clicks")).toBe(0);
});

test("a large sweep goes in small steps", async () => {
  const { clock, writer, siteId, work, forget, kept } = await shop();
  const signals = Array.from({ length: 1_200 }, () => ({
    ...{ kind: "signal" as const, id: someId(), at: clock.now },
    ...{ type: "view" as const, surface: null, name: null },
    ...{ code: null, channel: null, props: null },
  }));
  const receivedAt = clock.now;
  await writer.run("recordEvents", {
    ...{ siteId, origin: null, receivedAt, visitor: null, events: signals },
  });
  clock.now += 70 * dayMs;
  await trustClock(work);
  await writer.run("provideMonths", undefined);
  await writer.run("forgetEvents", { keepDays: 30 });
  if (process.env.ENISHI_TEST_ENGINE !== "postgres")
    expect(await kept("events")).toBe(700);
  await forget();
  expect(await kept("events")).toBe(0);
});
