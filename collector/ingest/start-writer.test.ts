import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { openSqliteReader } from "../storage/sqlite/open-sqlite.ts";
import { startWriter } from "./start-writer.ts";

const first = {
  publicKey: "pk_test",
  secretKey: "sk_test",
  signingKey: "sig_test",
  origins: ["https://shop.example"],
  consent: "granted" as const,
};

const entry = new URL("./writer-thread.ts", import.meta.url);

async function open() {
  const databasePath = join(
    mkdtempSync(join(tmpdir(), "enishi-writer-")),
    "enishi.db",
  );
  const settings = {
    database: databasePath,
    masterKey: new Uint8Array(32).fill(3),
    publicUrl: "https://ref.shop.example",
  };
  const start = () =>
    startWriter(entry, settings, (error) => {
      throw error;
    });
  const writer = await start();
  await writer.run("createFirstSite", first);
  const reader = openSqliteReader(databasePath);
  const site = await reader.selectFrom("sites").select("id").executeTakeFirst();
  onTestFinished(() => reader.destroy());
  const signal = (id: string) => ({
    siteId: site?.id ?? "",
    origin: null,
    receivedAt: 1,
    visitor: null,
    events: [
      {
        kind: "signal" as const,
        id,
        at: 1,
        type: "view" as const,
        surface: "share",
        name: null,
        code: null,
        channel: null,
        props: null,
      },
    ],
  });
  return { writer, start, settings, reader, signal, siteId: site?.id ?? "" };
}

test("what was answered is stored, and a known id is a duplicate after a restart too", async () => {
  const { writer, start, reader, signal } = await open();
  const ids = Array.from({ length: 300 }, (_, n) => `event-${n}-0000000000`);
  const answers = await Promise.all(
    ids.map((id) => writer.run("recordEvents", signal(id))),
  );
  expect(new Set(answers.map(({ outcomes }) => outcomes[0]?.outcome))).toEqual(
    new Set(["accepted"]),
  );
  expect(await reader.selectFrom("events").select("id").execute()).toHaveLength(
    300,
  );
  await writer.close();

  const again = await start();
  expect(await again.run("recordEvents", signal(ids[7] ?? ""))).toEqual({
    outcomes: [{ outcome: "duplicate" }],
  });
  await again.close();
});

test("an action's refusal arrives as it was thrown, and the thread goes on", async () => {
  const { writer, signal, siteId } = await open();
  await expect(
    writer.run("confirmReward", { siteId, reward: "rwd_none", by: "test" }),
  ).rejects.toMatchObject({ name: "DomainError", code: "not_found" });
  await expect(
    writer.run("recordEvents", signal("event-0000000000001")),
  ).resolves.toEqual({ outcomes: [{ outcome: "accepted" }] });
  await writer.close();
});

test("over the bound the caller is told at once, and what was taken is stored", async () => {
  const { writer, reader, signal } = await open();
  const results = await Promise.allSettled(
    Array.from({ length: 10_500 }, (_, n) =>
      writer.run("recordEvents", signal(`event-${n}-0000000000`)),
    ),
  );
  const refused = results.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(500);
  expect(refused[0]).toMatchObject({ reason: { code: "overloaded" } });
  expect(writer.depth()).toBe(0);
  const { n } = await reader
    .selectFrom("events")
    .select((by) => by.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  expect(n).toBe(10_000);
  await writer.close();
});

test("a site that fills its share of the queue neither shuts out nor holds up another", async () => {
  const { writer, signal } = await open();
  const order: string[] = [];
  const busy = Array.from({ length: 10_500 }, (_, n) =>
    writer
      .run("recordEvents", signal(`event-${n}-0000000000`))
      .finally(() => order.push("busy")),
  );
  const quiet = writer
    .run("noteKeyUse", { key: "sk_test" })
    .finally(() => order.push("quiet"));
  const [answer] = await Promise.allSettled([quiet, ...busy]);
  expect(answer).toMatchObject({ status: "fulfilled" });
  // Behind those that are refused at once, and within the first group.
  expect(order.indexOf("quiet")).toBeLessThan(500 + 1_000);
  await writer.close();
});

test("closing commits what was taken", async () => {
  const { writer, start, signal } = await open();
  const taken = writer.run("recordEvents", signal("event-0000000000002"));
  await writer.close();
  await expect(taken).resolves.toEqual({ outcomes: [{ outcome: "accepted" }] });
  const again = await start();
  expect(
    await again.run("recordEvents", signal("event-0000000000002")),
  ).toEqual({ outcomes: [{ outcome: "duplicate" }] });
  await again.close();
});

test("what an answer leads to while the writer closes is refused, and the thread ends in order", async () => {
  const { writer, signal } = await open();
  const goingOn = writer
    .run("recordEvents", signal("event-0000000000003"))
    .then(() => writer.run("recordEvents", signal("event-0000000000004")));
  const [outcome] = await Promise.allSettled([goingOn, writer.close()]);
  expect(outcome).toMatchObject({ reason: { code: "overloaded" } });
});

test("the thread hears nothing behind its last message, and closes the database once", async () => {
  const { writer, settings } = await open();
  await writer.close();
  const thread = new Worker(entry, { workerData: settings });
  const heard: unknown[] = [];
  thread.on("message", (message) => heard.push(message));
  const ended = once(thread, "exit");
  const command = { name: "sumOrderHours", input: undefined };
  for (const message of [[command], null, [command], [command]])
    thread.postMessage(message);
  expect(await ended).toEqual([0]);
  expect(heard).toMatchObject([
    "ready",
    { outcomes: [{ ok: true }], seconds: expect.any(Number) },
  ]);
});
