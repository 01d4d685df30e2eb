import { beforeEach, describe, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import type { Overflow, Program } from "../domain/program.ts";
import { voidReward } from "./change-reward.ts";
import type { ConversionWord } from "./conversion-word.ts";
import { listOverflows } from "./list-overflows.ts";
import { listPrograms } from "./list-programs.ts";
import { listRewards } from "./list-rewards.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { readMe } from "./read-me.ts";
import { recordConversion } from "./record-conversion.ts";
import { refundConversion } from "./refund-conversion.ts";
import { settleRewards } from "./settle-rewards.ts";
import { verifyConversion } from "./verify-conversion.ts";

let open: Awaited<ReturnType<typeof openWork>>;
let code: string;

beforeEach(async () => {
  open = await openWork();
  const { siteId, work } = open;
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  code = member.code;
  return () => open.close();
});

const perk = { kind: "perk", name: "Training", valueMinor: 10_000 } as const;
const raffle = { kind: "raffle", prize: "Trip", valueMinor: 30_000 } as const;

/** The usual rules, whose referrer's 20,000 a sale of 3,000,000 reaches, and what is above. */
async function rules(
  overflow: Overflow,
  change: (program: Program) => Partial<Program> = () => ({}),
) {
  const { siteId, work } = open;
  const [usual] = await listPrograms(work, { siteId });
  if (!usual) throw new Error("There is a programme from the beginning.");
  const steps = usual.steps.map((step) =>
    step.on === "sale" ? { ...step, overflow } : step,
  );
  const program = { ...usual, steps, limits: [] };
  open.clock.now += 1;
  await putProgram(work, {
    siteId,
    program: { ...program, ...change(program) },
    by: "test",
  });
  open.clock.now += 1;
}

function sale(facts: Partial<ConversionWord> & { orderId: string }) {
  const { siteId, work } = open;
  return recordConversion(work, {
    siteId,
    word: word({
      amountMinor: 3_000_000,
      customer: { id: "taro", email: null, existing: null },
      code,
      occurredAt: work.now(),
      ...facts,
    }),
  });
}

async function refund(refundId: string, amountMinor: number) {
  const { siteId, work } = open;
  await refundConversion(work, {
    siteId,
    conversion: "order:A",
    refundId,
    amountMinor,
    reason: "refund",
    by: "test",
  });
}

async function overflows() {
  const { siteId, work } = open;
  const { items } = await listOverflows(work, { siteId });
  return items.map(({ to, state, takenBackAt }) => [
    to,
    state,
    takenBackAt !== null,
  ]);
}

async function rewardOf(to: string) {
  const { siteId, work } = open;
  const { items } = await listRewards(work, { siteId });
  const reward = items.find((one) => one.to === to);
  if (!reward) throw new Error(`The ${to} has a reward.`);
  return reward;
}

const both = (state: string, back = false) => [
  ["friend", state, back],
  ["referrer", state, back],
];

describe("the part above the cap", () => {
  test.each([perk, raffle])(
    "is kept as $kind with its worth, once, whatever is said again",
    async (overflow) => {
      await rules(overflow);
      await sale({ orderId: "A" });
      await sale({ orderId: "A" });
      const { items } = await listOverflows(open.work, { siteId: open.siteId });
      expect(items).toHaveLength(2);
      expect(items[0]).toMatchObject({
        kind: overflow.kind,
        name: overflow.kind === "raffle" ? "Trip" : "Training",
        valueMinor: overflow.valueMinor,
        aboveMinor: 16_000,
        currency: "JPY",
        state: "pending",
        givenAt: open.clock.now,
        takenBackAt: null,
      });
      expect((await rewardOf("referrer")).overflow?.kind).toBe(overflow.kind);
    },
  );

  test("may be worth nothing in money", async () => {
    await rules({ ...perk, valueMinor: 0 });
    await sale({ orderId: "A" });
    expect(await overflows()).toEqual(both("pending"));
  });

  test("is nothing where the cap does not bind, or the step makes nothing of it", async () => {
    await rules(perk);
    await sale({ orderId: "A", amountMinor: 100_000 });
    await rules({ kind: "none" });
    await sale({
      orderId: "B",
      customer: { id: "jiro", email: null, existing: null },
    });
    expect(await overflows()).toEqual([]);
    expect((await rewardOf("friend")).overflow).toBeNull();
  });

  test("is shown to the member, beside the reward", async () => {
    await rules(raffle);
    const { conversion } = await sale({ orderId: "A" });
    const memberId = conversion.attributed?.member ?? "";
    const { rewards } = await readMe(open.work, { memberId });
    expect(rewards[0]).toMatchObject({
      amountMinor: 20_000,
      name: null,
      overflow: { kind: "raffle", name: "Trip", valueMinor: 30_000 },
    });
    await refund("R1", 3_000_000);
    const after = await readMe(open.work, { memberId });
    expect(after.rewards[0]).not.toHaveProperty("overflow");
  });

  test("is confirmed, paid and void with its reward", async () => {
    await rules(perk);
    await sale({ orderId: "A" });
    open.clock.now += 31 * 86_400_000;
    await settleRewards(open.work);
    expect(await overflows()).toEqual(both("confirmed"));
    const { id } = await rewardOf("friend");
    await voidReward(open.work, {
      siteId: open.siteId,
      reward: id,
      reason: "returned",
      by: "owner",
    });
    expect(await overflows()).toEqual([
      ["friend", "void", true],
      ["referrer", "confirmed", false],
    ]);
    expect((await rewardOf("friend")).overflow).toBeNull();
  });
});

describe("a refund", () => {
  beforeEach(async () => {
    await rules(perk);
    await sale({ orderId: "A" });
  });

  test("that leaves the reward at its cap leaves it, for less", async () => {
    await refund("R1", 1_000_000);
    expect(await overflows()).toEqual(both("pending"));
    const { items } = await listOverflows(open.work, { siteId: open.siteId });
    expect(items[0]?.aboveMinor).toBe(4_000);
  });

  test("that brings the reward under its cap takes it back, and keeps the row", async () => {
    await refund("R1", 1_500_000);
    await refund("R1", 1_500_000);
    expect((await rewardOf("friend")).amountMinor).toBe(18_000);
    expect(await overflows()).toEqual(both("void", true));
  });

  test("of everything takes it back with the reward, and the next order has its own", async () => {
    await refund("R1", 3_000_000);
    expect(await overflows()).toEqual(both("void", true));
    await sale({ orderId: "B" });
    expect(await overflows()).toEqual([
      ...both("pending"),
      ...both("void", true),
    ]);
  });
});

describe("a claim's", () => {
  test("waits with its reward, until the order is verified", async () => {
    await rules(perk);
    await sale({ orderId: "A", trust: "claim" });
    expect(await overflows()).toEqual(both("pending"));
    expect((await rewardOf("friend")).because).toBe("unverified");
    await verifyConversion(open.work, {
      siteId: open.siteId,
      conversion: "order:A",
      by: "owner",
    });
    expect((await rewardOf("friend")).because).toBe("hold_period");
    expect(await overflows()).toEqual(both("pending"));
  });

  test("reserves no budget, and gives way where there is none when it is verified", async () => {
    await rules(perk, () => ({ budgetMinor: 59_999 }));
    await sale({ orderId: "A", trust: "claim" });
    const { warnings } = await verifyConversion(open.work, {
      siteId: open.siteId,
      conversion: "order:A",
      by: "owner",
    });
    expect(await overflows()).toEqual([
      ["friend", "void", true],
      ["referrer", "pending", false],
    ]);
    expect(warnings.map((warning) => warning.code)).toEqual([
      "overflow_withheld",
    ]);
  });
});

describe("limits and budgets", () => {
  test.each([
    [60_000, both("pending")],
    [59_999, [["referrer", "pending", false]]],
    [40_000, [["referrer", "pending", false]]],
    [39_999, [["referrer", "pending", false]]],
    [29_999, []],
    [19_999, []],
  ])(
    "a budget of %i holds rewards and perks whole",
    async (budgetMinor, given) => {
      await rules(perk, () => ({ budgetMinor }));
      await sale({ orderId: "A" });
      expect(await overflows()).toEqual(given);
    },
  );

  test("a member's limit of money counts perks, and leaves out what it cannot hold", async () => {
    await rules(perk, () => ({
      limits: [
        {
          per: "member",
          on: null,
          unit: "money",
          max: 55_000,
          window: "month",
        },
      ],
    }));
    await sale({ orderId: "A" });
    const jiro = { id: "jiro", email: null, existing: null };
    const { conversion } = await sale({ orderId: "B", customer: jiro });
    expect(await overflows()).toEqual([
      ["friend", "pending", false],
      ...both("pending"),
    ]);
    expect(conversion.warnings.map((warning) => warning.code)).toEqual([
      "overflow_withheld",
    ]);
  });

  test("an entry in a raffle costs nothing, and is given wherever the reward is", async () => {
    await rules(raffle, () => ({ budgetMinor: 20_000 }));
    await sale({ orderId: "A" });
    expect(await overflows()).toEqual([["referrer", "pending", false]]);
  });
});
