import { join } from "node:path";
import { expect, test as oneTest, type TestContext } from "vitest";
import { startCollector, temporaryFolder } from "../collector-process.ts";
import { eventually } from "../eventually.ts";
import { keepSending } from "../keep-sending.ts";
import { severalAtOnce } from "../several-at-once.ts";
import { siteApi } from "../site-api.ts";
import { openProgram } from "../streamed-events.ts";
import { compileShim, type Failing, failingDisk } from "./compile-shim.ts";

// Each waits for a collector and a disk of its own: they do it at the same time.
const test = oneTest.concurrent;
const shim = compileShim();

/** A collector whose disk can be made to fail; it is mended in the end, so that it can be killed. */
async function startOn(
  { path }: { path: string },
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
) {
  const folder = temporaryFolder();
  const disk = failingDisk(path, folder);
  const database = join(folder, "enishi.db");
  const collector = await startCollector({ database, env: disk.env });
  onTestFinished(async () => {
    disk.fail("nothing");
    await collector.end("SIGKILL");
  });
  return { disk, database, collector };
}

const ways = ["full", "eio", "read-only"] as const;

test.for<Failing>(ways)(
  "on a disk that is %s nothing is acknowledged that is not stored, reads go on, and all is well once it is mended",
  async (how, { skip, ...context }) => {
    if ("missing" in shim) return skip(shim.missing);
    const { disk, database, collector } = await startOn(shim, context);
    const api = siteApi(collector);
    const { code } = await openProgram(collector);
    const sending = keepSending(api, { code, senders: 4 });
    const { acknowledged, refused } = sending;
    const readiness = async () =>
      (await fetch(`${collector.url}/readyz`)).status;
    const more = async (list: unknown[]) => {
      const until = list.length + 10;
      await eventually(() => expect(list.length).toBeGreaterThan(until));
    };

    for (let times = 0; times < 2; times++) {
      await more(acknowledged);
      disk.fail(how);
      await more(refused);
      const order = { type: "lead", orderId: `while-failing-${times}`, code };
      expect((await api.convert(order)).status).toBe(503);
      expect((await api.asServer("GET", "/v1/rewards")).status).toBe(200);
      expect((await fetch(`${collector.url}/healthz`)).status).toBe(200);
      await eventually(async () => expect(await readiness()).toBe(503));
      disk.fail("nothing");
      await eventually(async () => expect(await readiness()).toBe(200));
    }
    await more(acknowledged);
    await sending.stop();
    // Told to whoever looks after it, and not once for each caller.
    expect(collector.output()).toContain("The database cannot be written");

    await collector.end("SIGKILL");
    const again = await startCollector({ database });
    const after = siteApi(again);
    await severalAtOnce(acknowledged, async (batch) => {
      expect((await after.send(batch)).body).toMatchObject({
        accepted: 0,
        duplicate: batch.length,
      });
    });
    await severalAtOnce(refused, async (batch) => {
      expect((await after.send(batch)).body.refused).toEqual([]);
    });
    const leads = acknowledged.length + refused.length;
    expect(await after.funnel()).toMatchObject({
      shares: 2 * leads,
      leads,
      rewards: 2 * leads,
    });
    expect(await again.end("SIGTERM")).toBe(0);
  },
);

test("a collector that is not ready, and so is sent nothing, finds out by itself that its disk is mended; and it stops in order on a full one", async ({
  skip,
  ...context
}) => {
  if ("missing" in shim) return skip(shim.missing);
  const { disk, collector } = await startOn(shim, context);
  const readiness = async () => (await fetch(`${collector.url}/readyz`)).status;
  disk.fail("full");
  const order = { type: "lead", orderId: "refused" };
  expect((await siteApi(collector).convert(order)).status).toBe(503);
  await eventually(async () => expect(await readiness()).toBe(503));
  disk.fail("nothing");
  await eventually(async () => expect(await readiness()).toBe(200));
  expect((await siteApi(collector).convert(order)).status).toBe(201);
  disk.fail("full");
  expect(await collector.end("SIGTERM")).toBe(0);
  expect(collector.output()).toContain("could not be folded into it");
});

test("on a disk that hangs a stop ends all the same, and nothing that was answered is lost", async ({
  skip,
  ...context
}) => {
  if ("missing" in shim) return skip(shim.missing);
  const { disk, database, collector } = await startOn(shim, context);
  const order = { type: "lead", orderId: "answered" };
  expect((await siteApi(collector).convert(order)).status).toBe(201);
  disk.fail("hanging");
  const unanswered = siteApi(collector).convert({ ...order, orderId: "late" });
  const cut = expect(unanswered).rejects.toThrow();
  expect(await collector.end("SIGTERM")).toBe(0);
  await cut;
  expect(collector.output()).toContain("The database did not answer in time");

  const again = await startCollector({ database });
  expect((await siteApi(again).convert(order)).status).toBe(200);
  expect(await again.end("SIGTERM")).toBe(0);
});

test("on a read-only disk the collector does not start, and says why", async ({
  skip,
}) => {
  if ("missing" in shim) return skip(shim.missing);
  const folder = temporaryFolder();
  const disk = failingDisk(shim.path, folder);
  const database = join(folder, "enishi.db");
  const first = await startCollector({ database, env: disk.env });
  await first.end("SIGTERM");
  disk.fail("read-only");
  await expect(startCollector({ database, env: disk.env })).rejects.toThrow(
    /ENISHI_DATABASE: expected a SQLite file that this user may write to/,
  );
});
