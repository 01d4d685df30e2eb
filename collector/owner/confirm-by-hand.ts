import { DomainError } from "../domain/domain-error.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { Words } from "./words/en.ts";

/** Confirms a reward by the owner's word. Throws `invalid_field`, in the reader's language, where it goes on waiting for a gift code. */
export async function confirmByHand(
  { run }: OwnerDeps["writer"],
  words: Words,
  of: { siteId: string; reward: string },
): Promise<void> {
  const { because } = await run("confirmReward", { ...of, by: "owner" });
  if (because === "no_gift_code")
    throw new DomainError("invalid_field", words.rewards.waitsForCode);
}
