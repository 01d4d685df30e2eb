import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { folderOfProcess } from "./folder-of-process.ts";

test("what a killed process has left is removed by the next, and of those that live nothing", async () => {
  const within = folderOfProcess("enishi-test");
  const other = async () => {
    const child = spawn(process.execPath, [
      "--input-type=module",
      "--eval",
      `import { folderOfProcess } from "./tests/folder-of-process.ts";
       console.log(folderOfProcess("left", ${JSON.stringify(within)}));
       setInterval(() => {}, 1_000);`,
    ]);
    onTestFinished(() => void child.kill("SIGKILL"));
    const [said] = await once(child.stdout, "data");
    return { child, folder: String(said).trim() };
  };
  const [killed, alive] = [await other(), await other()];
  const exit = once(killed.child, "exit");
  killed.child.kill("SIGKILL");
  await exit;
  expect(existsSync(killed.folder)).toBe(true);

  const own = folderOfProcess("left", within);
  expect(existsSync(killed.folder)).toBe(false);
  for (const folder of [alive.folder, own])
    expect(existsSync(folder)).toBe(true);
});
