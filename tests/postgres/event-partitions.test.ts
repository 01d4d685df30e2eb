import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { openApp, someId } from "../open-app.ts";

test("events for whose month there is no room are taken, moved to where they belong, and told of", async () => {
  const open = await openApp();
  onTestFinished(open.close);
  const { clock, writer, work } = open;
  const send = async (id: string) =>
    (
      await open.events([
        { id, at: clock.now, type: "view", surface: "share", code: "CODE2345" },
      ])
    ).body;
  const partsOf = async () =>
    (
      await work.db
        .selectFrom("events")
        .select(sql<string>`tableoid::regclass::text`.as("part"))
        .execute()
    ).map(({ part }) => part);
  // The clock jumps ten years ahead, and back.
  const now = clock.now;
  clock.now = Date.UTC(2036, 0, 31, 23, 59);
  const id = someId();
  expect(await send(id)).toMatchObject({ accepted: 1 });
  clock.now = now;
  expect(await partsOf()).toEqual(["events_unforeseen"]);
  expect(await writer.run("provideMonths", undefined)).toEqual({ moved: 1 });
  expect(await partsOf()).toEqual(["events_2036_01"]);
  expect(await writer.run("provideMonths", undefined)).toEqual({ moved: 0 });
  expect(await send(id)).toMatchObject({ accepted: 0, duplicate: 1 });
  expect(await send(someId())).toMatchObject({ accepted: 1 });
  expect(await partsOf()).toContain("events_2026_04");
});
