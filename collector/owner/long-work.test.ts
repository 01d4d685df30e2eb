import { Hono } from "hono";
import { expect, test } from "vitest";
import { formatsFor } from "./formats.ts";
import { ownerWorks, startWork } from "./long-work.tsx";
import type { OwnerEnv } from "./owner-env.ts";
import type { Session } from "./sessions.ts";
import { en } from "./words/en.ts";

const what = { title: "Confirming", total: 3, back: "/rewards" };

function world(
  act: Parameters<typeof startWork>[2],
  report?: (error: unknown) => void,
) {
  const session: Session = {
    csrf: "token",
    expiresAt: Number.MAX_SAFE_INTEGER,
    news: null,
    works: new Map(),
  };
  const app = new Hono<OwnerEnv>();
  app.use((c, next) => {
    c.set("session", session);
    c.set("report", report);
    c.set("view", {
      language: "en",
      words: en,
      formats: formatsFor("en", "UTC"),
      timeZone: "UTC",
      programNames: {},
      csrf: session.csrf,
      here: c.req.path,
      styleUrl: "/style.css",
      news: null,
      waiting: 0,
    });
    return next();
  });
  app.post("/start", (c) => startWork(c, what, act));
  app.route("/owner", ownerWorks());
  return { app, session };
}

test("what is done at once leads straight back, and is told there", async () => {
  const { app, session } = world(async () => "All done.");
  const answer = await app.request("/start", { method: "POST" });
  expect(answer.headers.get("location")).toBe("/rewards");
  expect(session.news).toEqual({ kind: "done", text: "All done." });
});

test("what takes long shows how far it is, and leads back once it is done", async () => {
  const rest = Promise.withResolvers<string>();
  const { app, session } = world((step) => {
    step(2);
    return rest.promise;
  });
  const started = await app.request("/start", { method: "POST" });
  const place = started.headers.get("location") ?? "";
  const running = await app.request(place);
  expect(running.headers.get("refresh")).toBe("1");
  const html = await running.text();
  expect(html).toContain("2 of 3 done.");
  expect(html).toMatch(/<progress max="3" value="2"/);

  rest.resolve("All done.");
  await rest.promise;
  await new Promise(setImmediate);
  const ended = await app.request(place);
  expect(ended.headers.get("location")).toBe("/rewards");
  expect(session.news?.text).toBe("All done.");
  expect((await app.request(place)).status).toBe(404);
});

test("a fault after the answer is told to the owner in words, and to the log as it is", async () => {
  const rest = Promise.withResolvers<string>();
  const reported = Promise.withResolvers<unknown>();
  const { app } = world(() => rest.promise, reported.resolve);
  const started = await app.request("/start", { method: "POST" });
  const fault = new Error("the disk is full");
  rest.reject(fault);
  expect(await reported.promise).toBe(fault);
  const ended = await app.request(started.headers.get("location") ?? "");
  expect(ended.headers.get("location")).toBe("/rewards");
});
