import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hasMoved, noteOrigin } from "./has-moved.ts";

test("a shop has moved when it starts elsewhere than the last time", () => {
  const file = join(mkdtempSync(join(tmpdir(), "enishi-demo-")), "demo-origin");
  expect(hasMoved(file, "http://localhost:8788")).toBe(true);
  noteOrigin(file, "http://localhost:8788");
  expect(hasMoved(file, "http://localhost:8788")).toBe(false);
  expect(hasMoved(file, "http://localhost:21798")).toBe(true);
});
