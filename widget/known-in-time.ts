import type { Account } from "./account.ts";
import type { EnishiElement } from "./element.ts";
import { readProgram } from "./read-program.ts";
import { isFriends } from "./screens.ts";

/** A slow collector keeps nobody waiting longer for a button. */
const patienceMs = 1000;

/** Waits until the programme is known, and with it the owner's colour, or that neither will be soon. */
export function knownInTime(
  { surface }: EnishiElement,
  account: Account,
): Promise<unknown> {
  return Promise.race([
    known(),
    new Promise((resolve) => setTimeout(resolve, patienceMs)),
  ]);

  async function known(): Promise<void> {
    // A member's standing brings it along.
    if (!isFriends(surface)) await account.load();
    if (!account.program) await readProgram(account);
  }
}
