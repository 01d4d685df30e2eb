import { selectKnownCustomers } from "../storage/queries/known-customers.ts";
import { type PersonKey, selectKeysOf } from "../storage/queries/people.ts";
import * as stored from "../storage/queries/person-data.ts";
import { answerMember } from "./answer-member.ts";
import { exportOrders } from "./export-orders.ts";
import { exportRewards } from "./export-rewards.ts";
import { exportVisits } from "./export-visits.ts";
import { findPerson } from "./find-person.ts";
import { importKeys } from "./known-customer.ts";
import type { Reading } from "./work.ts";

/**
 * Everything that is held of one person, readable, to be handed to them: as member, as friend, and of their browsers.
 * Of others it says nothing: no friend's order, no referrer's id, nothing of a browser that somebody else uses too.
 * Throws `not_found`.
 */
export async function exportPerson(
  reading: Reading,
  { siteId, externalId }: { siteId: string; externalId: string },
) {
  const { db } = reading;
  const { personId, member } = await findPerson(reading, siteId, externalId);
  const person = await stored.selectPerson(db, personId);
  const keys = await selectKeysOf(db, personId);
  const browsers = await stored.selectBrowsersOf(db, siteId, personId);
  return {
    exportedAt: reading.now(),
    person: {
      id: personId,
      createdAt: person?.created_at ?? null,
      /** What the shop calls them. */
      ids: keys.filter(({ kind }) => kind === "id").map(({ value }) => value),
      /** Hashes by which their mail addresses are recognised; the addresses themselves are not kept. */
      mailHashes: keys
        .filter(({ kind }) => kind === "email")
        .map(({ value }) => value),
      /** Since when they are known as a customer from before, where they were imported. */
      importedAt: await importedAt(reading, siteId, keys),
    },
    member: member && {
      ...answerMember(reading, member),
      suspendedBecause: member.suspended_because,
      termsVersion: member.terms_version,
      termsAcceptedAt: member.terms_accepted_at,
    },
    codes: member ? await stored.selectCodesOf(db, member.id).then(dated) : [],
    tokens: member ? await tokens(reading, member.id) : [],
    browsers,
    ...(await exportVisits(
      reading,
      siteId,
      browsers.filter(({ shared }) => !shared).map(({ visitor }) => visitor),
    )),
    ...(await exportOrders(reading, personId)),
    referrals: await ties(reading, personId, member?.id ?? null),
    disputes: member ? await disputes(reading, member.id) : [],
    ...(await exportRewards(reading, personId)),
  };
}

export type PersonExport = Awaited<ReturnType<typeof exportPerson>>;

async function importedAt(
  { db, vault }: Reading,
  siteId: string,
  keys: PersonKey[],
): Promise<number | null> {
  const found = await selectKnownCustomers(db, siteId, importKeys(vault, keys));
  return found.length
    ? Math.min(...found.map(({ imported_at }) => imported_at))
    : null;
}

function dated(rows: { code: string; created_at: number }[]) {
  return rows.map(({ code, created_at }) => ({ code, createdAt: created_at }));
}

async function tokens({ db }: Reading, memberId: string) {
  const rows = await stored.selectTokensOf(db, memberId);
  return rows.map(({ created_at, revoked_at }) => ({
    createdAt: created_at,
    revokedAt: revoked_at,
  }));
}

async function disputes({ db, vault }: Reading, memberId: string) {
  const rows = await stored.selectDisputesOf(db, memberId);
  return rows.map((row) => ({
    id: row.id,
    about: row.about,
    message: vault.decrypt(row.message),
    state: row.state as string,
    answer: row.answer === null ? null : vault.decrypt(row.answer),
    createdAt: row.created_at,
    answeredAt: row.answered_at,
  }));
}

async function ties(
  { db }: Reading,
  friendId: string,
  memberId: string | null,
) {
  const made = memberId ? await stored.selectTiesOf(db, { memberId }) : [];
  const asFriend = await stored.selectTiesOf(db, { friendId });
  const shown = (row: (typeof made)[number]) => ({
    id: row.id,
    program: row.program_id,
    code: row.code,
    stage: row.stage,
    touchAt: row.touch_at,
    createdAt: row.created_at,
  });
  return { made: made.map(shown), asFriend: asFriend.map(shown) };
}
