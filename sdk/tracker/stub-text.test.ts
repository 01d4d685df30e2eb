import { brotliCompressSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";
import { stubText } from "./stub-text.ts";

test("the text that pages paste is the stub as built, in at most 120 bytes", async () => {
  const built = await build({
    mode: "stub",
    logLevel: "silent",
    build: { write: false },
  });
  const [bundle] = [built].flat() as { output: { code: string }[] }[];
  expect(bundle?.output[0]?.code.trim()).toBe(stubText);
  expect(brotliCompressSync(stubText).length).toBeLessThanOrEqual(120);
});
