import { createServer } from "node:net";
import { expect, inject, onTestFinished, test } from "vitest";
import { startCollector } from "../collector-process.ts";
import { openWay } from "./open-way.ts";
import { postgresAt } from "./test-database.ts";

test("a collector that starts before its server waits for it, tells callers to come back, and then starts", async () => {
  if ("missing" in inject("postgres")) return;
  const way = await openWay(new URL(await postgresAt()));
  onTestFinished(() => void way.close());
  way.cut();
  const port = await freePort();
  const starting = startCollector({
    database: way.url,
    env: { PORT: String(port) },
  });
  await expect
    .poll(() => answerOf(`http://127.0.0.1:${port}/readyz`))
    .toMatchObject({
      status: 503,
      id: expect.stringMatching(/^req_/),
      said: expect.stringContaining("Starting."),
    });
  way.mend();
  const collector = await starting;
  expect(collector.output()).toContain("Waiting for the database");
  const figures = await (await fetch(`${collector.url}/metrics`)).text();
  expect(figures).toMatch(/enishi_answers_total{status="503"} [1-9]/);
  expect(await collector.end("SIGTERM")).toBe(0);
});

async function answerOf(url: string) {
  const answer = await fetch(url).catch(() => null);
  if (!answer) return null;
  const id = answer.headers.get("enishi-request-id");
  return { status: answer.status, id, said: await answer.text() };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === "object" ? (address?.port ?? 0) : 0),
      );
    });
  });
}
