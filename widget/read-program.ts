import type { Settings } from "../sdk/protocol/offers.ts";
import type { Account } from "./account.ts";

const reading = new WeakMap<Account, Promise<void>>();

/** Gets the programme where no member has brought it; several screens of a page ask once. */
export function readProgram(account: Account): Promise<void> {
  const known = reading.get(account);
  if (known) return known;
  const asked = read(account).then((found) => {
    if (found) account.set(found);
    else reading.delete(account);
  });
  reading.set(account, asked);
  return asked;
}

/** What is new, or nothing where no answer came. */
async function read(account: Account): Promise<Partial<Account> | undefined> {
  const now = await account.enishi("context");
  if (!now) return;
  if (account.program) return {};
  const query = new URLSearchParams({ site: now.site });
  if (account.programId) query.set("program", account.programId);
  const url = `${now.collector}/v1/settings?${query}`;
  const { body } = await account.call<Settings>(url);
  const program = body?.program;
  // Whatever else answers with a 200 has no offer.
  return program?.offer && { program, isTest: body?.test };
}
