import type { MyReward } from "../sdk/protocol/me.ts";
import { type Account, stateOf } from "./account.ts";

/** Changes what members may change about themselves; answers whether it is done. */
export async function changeMe(
  account: Account,
  change: { publicName?: string | null; seen?: string[] },
): Promise<boolean> {
  const now = await account.enishi("context");
  const kept = now && account.membership.of(now, account.identity(now));
  if (!kept) return false;
  const reply = await account.call(`${now.collector}/v1/me`, {
    method: "PATCH",
    token: kept.token,
    body: change,
  });
  return !!reply.body;
}

/** The member has been shown these rewards: they are no longer news, here and on other devices. */
export function markShown(account: Account, rewards: MyReward[]): void {
  const fresh = rewards.filter(
    (reward) => !reward.seen && !account.shown.has(stateOf(reward)),
  );
  if (!fresh.length) return;
  for (const reward of fresh) account.shown.add(stateOf(reward));
  account.set({});
  changeMe(account, { seen: fresh.map(({ id }) => id) });
}
