import { expect, test } from "vitest";
import { connectionRoom, fewestFiles, wantedFiles } from "./connection-room.ts";

test("where the system sets no bound, or one that is large enough, everything is promised", () => {
  const everything = connectionRoom(Number.POSITIVE_INFINITY);
  expect(everything).toMatchObject({ total: 8_000, perAddress: 400 });
  expect(connectionRoom(wantedFiles)).toEqual(everything);
  // As the documented unit sets it.
  expect(wantedFiles).toBeLessThanOrEqual(16_384);
});

test.each([fewestFiles, 200, 400, 1_024, 4_096, 10_000])(
  "of %i files no more is promised than there are, and enough is left for our own",
  (files) => {
    const room = connectionRoom(files);
    const { total, spared, farewells, doors, perAddress } = room;
    expect(files - total - spared - farewells - doors).toBeGreaterThan(110);
    expect(total).toBeGreaterThanOrEqual(32);
    expect(farewells).toBeGreaterThanOrEqual(30);
    expect(perAddress).toBeLessThanOrEqual(total);
    expect(doors).toBeGreaterThan(0);
  },
);
