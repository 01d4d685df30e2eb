import { Hono } from "hono";
import { expect, test } from "vitest";
import { type StaticFiles, staticFile } from "./static-files.ts";

const file = { bytes: Buffer.from("1"), etag: '"1"', brotli: null };
const files: StaticFiles = { get: () => file };
const app = new Hono().get("*", staticFile(files) as never);

test.each([
  "/enishi/widget-DyvpIQwu.js",
  "/enishi/B5Z_WY.js",
  "/enishi-0.1.0-3f9a2c1b.js",
])("%s is kept for good: another content has another name", async (path) => {
  const answer = await app.request(path);
  expect(answer.headers.get("cache-control")).toContain("immutable");
});

test("the script that pages name is asked for again", async () => {
  const answer = await app.request("/enishi.js");
  expect(answer.headers.get("cache-control")).not.toContain("immutable");
});
