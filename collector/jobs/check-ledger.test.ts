import { expect, onTestFinished, test } from "vitest";
import { openBusyWorld } from "../../tests/busy-world.ts";
import { checkLedger } from "./check-ledger.ts";

test("after a busy year every reward is what the ledger says; one that is not is found, and no more once it is put right", async () => {
  const world = await openBusyWorld({ seed: 5, acts: 150 });
  onTestFinished(() => world.close());
  const { db } = world.work;
  const told: { id: string }[] = [];
  const check = checkLedger(world.work, (one) => told.push(one), 7);
  const round = async () => {
    const until = check.figures().rounds + 1;
    while (check.figures().rounds < until) await check.run();
    return check.figures().imbalanceMinor;
  };

  expect(await round()).toBe(0);
  const { n } = await db
    .selectFrom("rewards")
    .select((by) => by.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  expect(check.figures().checked).toBe(n);
  expect(n).toBeGreaterThan(20);

  const reward = await db
    .selectFrom("rewards")
    .select(["id", "amount_minor"])
    .orderBy("id")
    .limit(1)
    .offset(9)
    .executeTakeFirstOrThrow();
  const put = (amount_minor: number) =>
    db
      .updateTable("rewards")
      .set({ amount_minor })
      .where("id", "=", reward.id)
      .execute();
  await put(reward.amount_minor + 12);
  expect(await round()).toBe(12);
  expect(told.map(({ id }) => id)).toEqual([reward.id]);

  await put(reward.amount_minor);
  expect(await round()).toBe(0);
});
