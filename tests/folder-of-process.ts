import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes a folder that is gone when this process ends. One that was killed cannot remove its own: whoever makes the next
 * folder of that name does. A server whose folder is gone ends by itself.
 */
export function folderOfProcess(name: string, within = tmpdir()): string {
  if (!emptied.has(name)) removeLeft(name, within);
  emptied.add(name);
  const folder = mkdtempSync(join(within, `${name}-${process.pid}-`));
  if (folders.push(folder) === 1) process.on("exit", removeOwn);
  return folder;
}

/** Names whose folders of dead processes this one has removed. */
const emptied = new Set<string>();
const folders: string[] = [];

function removeOwn(): void {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true });
}

function removeLeft(name: string, within: string): void {
  for (const entry of readdirSync(within)) {
    const [, pid] = new RegExp(`^${name}-(\\d+)-`).exec(entry) ?? [];
    if (pid && isGone(Number(pid))) tryToRemove(join(within, entry));
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Another's may not be removed, or may be just now by somebody else. */
function tryToRemove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}
