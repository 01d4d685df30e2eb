import type { MyDispute } from "../sdk/protocol/answers.ts";
import type { Account } from "./account.ts";

/** The longest message that the collector takes. */
export const longestMessage = 1_000;

/** Tells the shop that a record is wrong, or that a friend is missing; answers 0 where nobody was reached, else the status. */
export async function sendDispute(
  account: Account,
  about: string | null,
  message: string,
): Promise<number> {
  const now = await account.enishi("context");
  const kept = now && account.membership.of(now, account.identity(now));
  if (!kept) return 401;
  const { status, body } = await account.call<MyDispute>(
    `${now.collector}/v1/me/disputes`,
    { token: kept.token, body: { about, message } },
  );
  const { me } = account;
  if (body && me) {
    const earlier = me.disputes?.filter(({ id }) => id !== body.id) ?? [];
    account.set({ me: { ...me, disputes: [body, ...earlier] } });
  }
  return status;
}
