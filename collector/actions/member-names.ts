import { selectMembersNamed } from "../storage/queries/member-names.ts";
import type { Reading } from "./work.ts";

/** What the owner knows a member by. */
export interface MemberName {
  /** The shop's own id, or `null` for who joined without an account. */
  externalId: string | null;
  /** The name that the shop stated, else the public one. */
  name: string | null;
}

/** The names of some members, by their ids: one query for a page of a list. */
export async function memberNames(
  { db, vault }: Reading,
  { siteId, ids }: { siteId: string; ids: (string | null)[] },
): Promise<Map<string, MemberName>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await selectMembersNamed(db, siteId, wanted);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        externalId: row.external_id,
        name: row.name === null ? row.public_name : vault.decrypt(row.name),
      },
    ]),
  );
}
