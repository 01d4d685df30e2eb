import fc from "fast-check";
import { expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { DomainError } from "../domain/domain-error.ts";
import type { Program } from "../domain/program.ts";
import { confirmReward, payReward, voidReward } from "./change-reward.ts";
import { listPrograms } from "./list-programs.ts";
import { listRewards } from "./list-rewards.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { recordConversion } from "./record-conversion.ts";
import { refundConversion } from "./refund-conversion.ts";
import { verifyConversion } from "./verify-conversion.ts";

const perkMinor = 10_000;
const budgetMinor = 100_000;

const order = fc.constantFrom("A", "B", "C");
const step = fc.oneof(
  fc.record({
    do: fc.constant("order" as const),
    order,
    trust: fc.constantFrom("server" as const, "claim" as const),
  }),
  fc.record({ do: fc.constant("verify" as const), order }),
  fc.record({
    do: fc.constant("refund" as const),
    order,
    refund: fc.constantFrom("R1", "R2"),
    amountMinor: fc.constantFrom(500_000, 1_500_000),
  }),
  fc.record({
    do: fc.constantFrom("confirm" as const, "pay" as const, "void" as const),
    nth: fc.nat(5),
  }),
);

async function open(kind: "perk" | "raffle") {
  const opened = await openWork();
  const { work, siteId, clock } = opened;
  const [usual] = await listPrograms(work, { siteId });
  if (!usual) throw new Error("There is a programme from the beginning.");
  const overflow =
    kind === "perk"
      ? { kind, name: "Training", valueMinor: perkMinor }
      : { kind, prize: "Trip", valueMinor: perkMinor };
  const program: Program = {
    ...usual,
    steps: usual.steps.map((one) => ({ ...one, overflow })),
    limits: [],
    budgetMinor,
  };
  clock.now += 1;
  await putProgram(work, { siteId, program, by: "test" });
  clock.now += 1;
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  return { ...opened, code: member.code };
}

test("in any order of words, refunds and decisions, what is above a cap follows its reward, and its budget", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("perk" as const, "raffle" as const),
      fc.array(step, { maxLength: 20 }),
      async (kind, steps) => {
        const { work, siteId, code, close } = await open(kind);
        const act = async (one: (typeof steps)[number]) => {
          const by = "test";
          if (one.do === "order")
            return recordConversion(work, {
              siteId,
              word: word({
                orderId: one.order,
                amountMinor: 3_000_000,
                customer: {
                  id: `friend-${one.order}`,
                  email: null,
                  existing: null,
                },
                code,
                occurredAt: work.now(),
                trust: one.trust,
              }),
            });
          if (one.do === "verify")
            return verifyConversion(work, {
              siteId,
              conversion: `order:${one.order}`,
              by,
            });
          if (one.do === "refund")
            return refundConversion(work, {
              siteId,
              conversion: `order:${one.order}`,
              refundId: one.refund,
              amountMinor: one.amountMinor,
              reason: "refund",
              by,
            });
          const { items } = await listRewards(work, { siteId });
          const reward = items[one.nth]?.id ?? "rwd_none";
          const change = { siteId, reward, by };
          if (one.do === "confirm") return confirmReward(work, change);
          if (one.do === "pay") return payReward(work, change);
          return voidReward(work, { ...change, reason: "test" });
        };
        for (const one of steps) {
          await act(one).catch((error: unknown) => {
            if (!(error instanceof DomainError)) throw error;
          });
          const rows = await work.db
            .selectFrom("overflows")
            .innerJoin("rewards", "rewards.id", "overflows.reward_id")
            .select(["state", "because", "amount_minor", "compensation_minor"])
            .select(["value_minor", "above_minor", "taken_back_at"])
            .execute();
          for (const row of rows) {
            const stands = row.amount_minor + row.compensation_minor;
            expect(row.above_minor).toBeGreaterThan(0);
            if (row.taken_back_at !== null) continue;
            expect(row.state).not.toBe("void");
            // Still at its cap.
            expect(stands).toBe(20_000);
          }
          const rewards = await work.db
            .selectFrom("rewards")
            .select(["amount_minor", "because"])
            .execute();
          const counted = (because: string | null) => because !== "unverified";
          const promised = rewards
            .filter(({ because }) => counted(because))
            .reduce((sum, { amount_minor }) => sum + amount_minor, 0);
          const perks = rows
            .filter((row) => row.taken_back_at === null && counted(row.because))
            .reduce((sum, { value_minor }) => sum + value_minor, 0);
          expect(promised + (kind === "perk" ? perks : 0)).toBeLessThanOrEqual(
            budgetMinor,
          );
        }
        await close();
      },
    ),
    { numRuns: 60 },
  );
});
