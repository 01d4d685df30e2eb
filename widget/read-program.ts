import type { PublicProgram, Settings } from "../sdk/protocol/answers.ts";
import type { Account } from "./account.ts";

const reading = new WeakMap<Account, Promise<void>>();

/** Gets the programme where no member has brought it; several screens of a page ask once. */
export function readProgram(account: Account): Promise<void> {
  const known = reading.get(account);
  if (known) return known;
  const asked = read(account).then((program) => {
    if (program) account.set({ program });
    else reading.delete(account);
  });
  reading.set(account, asked);
  return asked;
}

async function read(account: Account): Promise<PublicProgram | undefined> {
  const now = await account.enishi("context");
  if (!now || account.program) return account.program ?? undefined;
  const query = new URLSearchParams({ site: now.site });
  if (account.programId) query.set("program", account.programId);
  const url = `${now.collector}/v1/settings?${query}`;
  return (await account.call<Settings>(url)).body?.program;
}
