import {
  type MemberRow,
  selectMember,
  selectMemberByExternalId,
} from "../storage/queries/members.ts";
import type { Reading } from "./work.ts";

/** The member whom a filter names by either id: `null` without a filter, `undefined` where there is nobody. */
export async function memberNamed(
  { db }: Reading,
  { siteId, member }: { siteId: string; member?: string | undefined },
): Promise<MemberRow | null | undefined> {
  if (member === undefined) return null;
  const byShop = await selectMemberByExternalId(db, siteId, member);
  const found = byShop ?? (await selectMember(db, member));
  return found?.site_id === siteId ? found : undefined;
}

/** The person behind a member whom a filter names by either id; `null` where there is nobody. */
export async function personOf(
  reading: Reading,
  by: { siteId: string; member: string },
): Promise<string | null> {
  return (await memberNamed(reading, by))?.person_id ?? null;
}
