import { expect, test, vi } from "vitest";
import { databaseHealth } from "./database-health.ts";

const fails = () => Promise.reject(new Error("The disk is full."));
const works = () => Promise.resolve();

test("it is well until something cannot be read or stored", async () => {
  const never = vi.fn(works);
  expect(await databaseHealth({ read: works, write: never }).isWell()).toBe(
    true,
  );
  expect(never).not.toHaveBeenCalled();
  expect(await databaseHealth({ read: fails, write: works }).isWell()).toBe(
    false,
  );
  const full = databaseHealth({ read: works, write: fails });
  full.committed({ isStored: false });
  expect(await full.isWell()).toBe(false);
});

test("after a failure it finds out by itself that it can store again", async () => {
  const health = databaseHealth({
    read: works,
    write: async () => health.committed({ isStored: true }),
  });
  health.committed({ isStored: false });
  expect(await health.isWell()).toBe(true);
});

test("who asks often is answered from what was found last", async () => {
  const read = vi.fn(works);
  const health = databaseHealth({ read, write: works });
  await Promise.all(Array.from({ length: 50 }, health.isWell));
  expect(read).toHaveBeenCalledTimes(1);
});

test("a question without an answer is no answer, unless something was just stored", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const read = () => new Promise(() => {});
  const health = databaseHealth({ read, write: works });
  expect(await health.isWell()).toBe(false);
  vi.advanceTimersByTime(5_000);
  const asked = health.isWell();
  health.committed({ isStored: true });
  expect(await asked).toBe(true);
  vi.useRealTimers();
});
