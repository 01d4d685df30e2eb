import { beforeEach, describe, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { recordClick } from "../../tests/record-click.ts";
import { listPrograms } from "./list-programs.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { recordConversion } from "./record-conversion.ts";

const dayMs = 86_400_000;
const visitor = "visitor-0000000000001";
let open: Awaited<ReturnType<typeof openWork>>;
let code: string;

/** Three times as much until ten days ago, and a member who joined yesterday. */
beforeEach(async () => {
  open = await openWork();
  const { work, siteId, clock } = open;
  const [program] = await listPrograms(work, { siteId });
  if (!program) throw new Error("Expected a programme.");
  const points = { kind: "points" as const, rateBps: 900 };
  const boost = {
    from: clock.now,
    to: clock.now + 20 * dayMs,
    on: "sale",
    referrer: points,
    friend: points,
  };
  await putProgram(work, {
    siteId,
    program: { ...program, boosts: [boost] },
    by: "test",
  });
  clock.now += 29 * dayMs;
  await join("hanako");
  clock.now += dayMs;
  return () => open.close();
});

async function join(externalId: string) {
  const { work, siteId } = open;
  ({ code } = (await putMember(work, { siteId, externalId })).member);
}

async function order(more: object) {
  const { work, siteId, clock } = open;
  const { conversion } = await recordConversion(work, {
    siteId,
    word: word({
      orderId: "A1",
      occurredAt: clock.now,
      customer: { id: "taro", email: null, existing: false },
      ...more,
    }),
  });
  return conversion;
}

const click = (at: number) => recordClick(open, { code, visitor, at });

const doubted = {
  score: 20,
  reasons: [{ code: "impossible_timing", points: 20 }],
};

test.each([
  ["a click", {}, () => click(open.clock.now - 20 * dayMs)],
  ["the order's own", { touches: true }, () => {}],
  ["with the code typed too", { touches: true, typed: true }, () => {}],
])(
  "a touch from before the code was made counts from the order, and the verdict says so: %s",
  async (_, carried: {
    touches?: boolean;
    typed?: boolean;
  }, prepare) => {
    await prepare();
    const at = open.clock.now - 20 * dayMs;
    const told = await order({
      visitor,
      ...(carried.touches ? { touches: [{ code, at, click: null }] } : {}),
      ...(carried.typed ? { code } : {}),
    });
    expect(told).toMatchObject({
      attributed: { at: open.clock.now },
      verdict: doubted,
      rewards: [{ amountMinor: 1200 }, { amountMinor: 1200 }],
    });
  },
);

test("a cookie of thirty days of a member who was there keeps what was promised", async () => {
  open.clock.now += 30 * dayMs;
  const at = open.clock.now - 30 * dayMs;
  expect(
    await order({ visitor, touches: [{ code, at, click: null }] }),
  ).toMatchObject({ attributed: { at }, verdict: { score: 0, reasons: [] } });
});

describe("a clock that was wrong at the older touch", () => {
  let older: string;
  let newer: string;

  beforeEach(async () => {
    older = code;
    await join("jiro");
    newer = code;
    open.clock.now += 3_600_000;
  });

  test.each([
    ["behind", -365 * dayMs],
    ["ahead, and so counted as now", 0],
  ])("credits the last one, as the clicks say: %s", async (_, wrong) => {
    const { now } = open.clock;
    await recordClick(open, { code: older, visitor, at: now - 40_000 });
    await recordClick(open, { code: newer, visitor, at: now - 30_000 });
    const touches = [
      { code: older, at: now + wrong, click: null },
      { code: newer, at: now - 30_000, click: null },
    ];
    expect(await order({ visitor, touches })).toMatchObject({
      attributed: { code: newer, at: now - 30_000 },
    });
  });

  test("credits the last one where no click is known", async () => {
    const { now } = open.clock;
    const touches = [
      { code: older, at: now - 365 * dayMs, click: null },
      { code: newer, at: now - 30_000, click: null },
    ];
    expect(await order({ visitor, touches })).toMatchObject({
      attributed: { code: newer, at: now - 30_000 },
    });
  });
});
