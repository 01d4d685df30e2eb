import type { MyReward } from "../../sdk/protocol/me.ts";
import { neverAt, selectGiftsOf } from "../storage/queries/gifts.ts";
import type { Reading } from "./work.ts";

/** The gift codes of some rewards, readable: for their beneficiary's eyes only. A reward that was taken back shows none. */
export async function giftsInHand(
  { db, vault }: Reading,
  rewards: { id: string; kind: string; state: string }[],
): Promise<
  Map<string, Pick<MyReward, "giftCode" | "giftUrl" | "giftExpiresAt">>
> {
  const ids = rewards
    .filter(({ kind, state }) => kind === "gift" && state !== "void")
    .map(({ id }) => id);
  const gifts = await selectGiftsOf(db, ids);
  return new Map(
    gifts.map(({ reward_id, code, url, expires_at }) => [
      reward_id,
      {
        giftCode: vault.decrypt(code),
        ...(url === null ? {} : { giftUrl: url }),
        ...(expires_at === neverAt ? {} : { giftExpiresAt: expires_at }),
      },
    ]),
  );
}
