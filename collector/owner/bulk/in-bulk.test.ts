import { expect, test } from "vitest";
import { DomainError } from "../../domain/domain-error.ts";
import { inBulk } from "./in-bulk.ts";

const one = (id: string) => ({ id, orderId: `order ${id}` });
const twoPages = async (cursor: string | undefined) =>
  cursor
    ? { items: [one("c")], next: null }
    : { items: [one("a"), one("b")], next: "b" };

test("what is refused is named, and the rest is done", async () => {
  const steps: number[] = [];
  const outcome = await inBulk(
    twoPages,
    async ({ id }) => {
      if (id === "b") throw new DomainError("state_conflict", "changed");
    },
    (count) => steps.push(count),
  );
  expect(outcome).toMatchObject({
    done: 2,
    failed: 1,
    named: [{ one: { orderId: "order b" } }],
  });
  expect(steps).toEqual([2, 1]);
});

test("a fault ends it after its chunk", async () => {
  const tried: string[] = [];
  const work = inBulk(
    twoPages,
    async ({ id }) => {
      tried.push(id);
      if (id === "a") throw new Error("the disk is full");
    },
    () => {},
  );
  await expect(work).rejects.toThrow("the disk is full");
  expect(tried).toEqual(["a", "b"]);
});
