import type { MyDispute } from "../sdk/protocol/me.ts";
import type { Account } from "./account.ts";
import type { Reply } from "./collector-client.ts";

/** The longest message that the collector takes. */
export const longestMessage = 1_000;

/** Tells the shop that a record is wrong or, with `null`, that a friend is missing. */
export async function sendDispute(
  { enishi, membership, identity, call }: Account,
  about: string | null,
  message: string,
): Promise<Reply<MyDispute>> {
  const now = await enishi("context");
  const kept = now && membership.of(now, identity(now));
  if (!kept) return { status: 401 };
  return call<MyDispute>(`${now.collector}/v1/me/disputes`, {
    token: kept.token,
    body: { about, message },
  });
}
