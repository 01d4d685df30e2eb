import { setImmediate as oneTurn } from "node:timers/promises";
import type { Selectable } from "kysely";
import { eventsOfVisitors } from "../storage/queries/events-of-person.ts";
import { selectKnownCustomers } from "../storage/queries/known-customers.ts";
import { type PersonKey, selectKeysOf } from "../storage/queries/people.ts";
import * as stored from "../storage/queries/person-data.ts";
import type { EventsTable } from "../storage/tables/events.ts";
import { answerMember } from "./answer-member.ts";
import { exportRewards } from "./export-rewards.ts";
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
    ...(await visits(
      reading,
      siteId,
      browsers.filter(({ shared }) => !shared).map(({ visitor }) => visitor),
    )),
    ...(await orders(reading, personId)),
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

/** In the order in which it was told. There may be a hundred thousand, and others are answered in between. */
async function told(db: Reading["db"], siteId: string, visitors: string[]) {
  const events: ReturnType<typeof shownEvent>[] = [];
  for await (const page of eventsOfVisitors(db, siteId, visitors)) {
    for (const row of page) events.push(shownEvent(row));
    await oneTurn();
  }
  return events.sort((one, other) => one.at - other.at);
}

function shownEvent({
  site_id: _,
  received_at,
  props,
  ...event
}: Selectable<EventsTable>) {
  return {
    ...event,
    receivedAt: received_at,
    props: props === null ? null : (JSON.parse(props) as unknown),
  };
}

async function visits({ db }: Reading, siteId: string, visitors: string[]) {
  if (!visitors.length) return { events: [], clicks: [] };
  const clicks = await stored.selectClicksOf(db, siteId, visitors);
  return {
    events: await told(db, siteId, visitors),
    clicks: clicks.map(({ site_id: _, bot, ...click }) => ({
      ...click,
      bot: bot === 1,
    })),
  };
}

async function orders({ db }: Reading, personId: string) {
  const conversions = await stored.selectOrdersOf(db, personId);
  const refunds = await stored.selectRefundsOf(db, personId);
  const changes = await stored.selectOrderChangesOf(db, personId);
  return {
    conversions: conversions.map((row) => ({
      id: row.id,
      type: row.type,
      orderId: row.order_id,
      amountMinor: row.amount_minor,
      currency: row.currency,
      refundedMinor: row.refunded_minor,
      marginClass: row.margin_class,
      customerId: row.customer_id,
      mailHash: row.customer_email_index,
      existing:
        row.customer_existing === null ? null : row.customer_existing === 1,
      visitor: row.visitor,
      code: row.code ?? row.unknown_code,
      touches: JSON.parse(row.touches) as unknown[],
      attributedBy: row.credited_by as string | null,
      because: row.because,
      occurredAt: row.occurred_at,
      recordedAt: row.recorded_at,
    })),
    refunds: refunds.map((row) => ({
      conversion: row.conversion_id,
      refundId: row.refund_id,
      amountMinor: row.amount_minor,
      reason: row.reason,
      at: row.at,
    })),
    changes: changes.map((row) => ({
      conversion: row.conversion_id,
      changeId: row.change_id,
      amountBeforeMinor: row.amount_before,
      amountAfterMinor: row.amount_after,
      at: row.at,
    })),
  };
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
