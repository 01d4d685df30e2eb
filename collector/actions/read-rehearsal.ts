import type { Program } from "../domain/program.ts";
import {
  type PastConversion,
  type PastSide,
  rehearse,
} from "../domain/rehearse.ts";
import {
  selectCredited,
  selectPromisesOf,
} from "../storage/queries/rehearsals.ts";
import { memberNames } from "./member-names.ts";
import type { Reading } from "./work.ts";

/** More are not played, so that beacons do not wait for a rehearsal: the newest are. */
const mostRehearsed = 5_000;
const mostMembers = 20;
const dayMs = 24 * 60 * 60 * 1000;

export interface RehearsalAnswer {
  from: number;
  to: number;
  currency: string;
  /** How many credited conversions were played. */
  conversions: number;
  /** There were more in these days than are played. */
  truncated: boolean;
  before: { rewards: number; costMinor: number };
  after: { rewards: number; costMinor: number };
  differenceMinor: number;
  /** How many members would get more, less, and as much. */
  gaining: number;
  losing: number;
  unchanged: number;
  /** The largest differences, at most 20. */
  members: {
    member: string;
    externalId: string | null;
    name: string | null;
    beforeMinor: number;
    afterMinor: number;
    differenceMinor: number;
  }[];
}

/** What the last `days` of credited conversions would have cost under other rules, and whom they would change it for. */
export async function readRehearsal(
  reading: Reading,
  { siteId, program, days }: { siteId: string; program: Program; days: number },
): Promise<RehearsalAnswer> {
  const to = reading.now();
  const from = to - days * dayMs;
  const found = await selectCredited(reading.db, {
    siteId,
    programId: program.id,
    since: from,
    limit: mostRehearsed + 1,
  });
  const credited = found.slice(0, mostRehearsed);
  const played = await pastConversions(reading, program, credited);
  const { before, after, members } = rehearse(program, played);
  const changes = members.map((change) => ({
    ...change,
    differenceMinor: change.afterMinor - change.beforeMinor,
  }));
  const largest = changes
    .filter(({ differenceMinor }) => differenceMinor !== 0)
    .slice(0, mostMembers);
  const names = await memberNames(reading, {
    siteId,
    ids: largest.map(({ member }) => member),
  });
  return {
    from,
    to,
    currency: program.currency,
    conversions: played.length,
    truncated: found.length > mostRehearsed,
    before,
    after,
    differenceMinor: after.costMinor - before.costMinor,
    gaining: changes.filter((one) => one.differenceMinor > 0).length,
    losing: changes.filter((one) => one.differenceMinor < 0).length,
    unchanged: changes.filter((one) => one.differenceMinor === 0).length,
    members: largest.map((change) => ({
      member: change.member,
      externalId: names.get(change.member)?.externalId ?? null,
      name: names.get(change.member)?.name ?? null,
      beforeMinor: change.beforeMinor,
      afterMinor: change.afterMinor,
      differenceMinor: change.differenceMinor,
    })),
  };
}

type Credited = Awaited<ReturnType<typeof selectCredited>>[number];
type Promised = Awaited<ReturnType<typeof selectPromisesOf>>[number];

/** Later orders of a friend, and orders that something else than the rules left unpaid, earn nothing under any rules. */
async function pastConversions(
  { db }: Reading,
  program: Program,
  credited: Credited[],
): Promise<PastConversion[]> {
  if (credited.length === 0) return [];
  const promises = new Map<string, Promised[]>();
  const ids = credited.map(({ id }) => id);
  for (const promise of await selectPromisesOf(db, ids)) {
    const known = promises.get(promise.conversion_id);
    if (known) known.push(promise);
    else promises.set(promise.conversion_id, [promise]);
  }
  return credited.flatMap((row) => {
    const own = promises.get(row.id) ?? [];
    const earns =
      own.length > 0 || (row.because === null && Boolean(row.is_first));
    const isOther = row.currency !== null && row.currency !== program.currency;
    return earns && !isOther ? [pastConversion(row, own)] : [];
  });
}

function pastConversion(row: Credited, promises: Promised[]): PastConversion {
  return {
    on: row.type,
    at: row.occurred_at,
    touchAt: row.touch_at,
    friend: row.friend_id,
    sale: {
      amountMinor: row.amount_minor,
      grossProfitMinor: row.gross_profit_minor,
      marginClass: row.margin_class,
      refundedMinor: row.refunded_minor,
    },
    sides: {
      referrer: pastSide(promises, "referrer", row.member_id),
      friend: pastSide(promises, "friend", row.friend_member_id),
    },
  };
}

/** Reasons to void a reward that other rules may do away with. */
const ofTheRules = ["limit_reached", "budget_spent", "refunded"];

function pastSide(
  promises: Promised[],
  side: "referrer" | "friend",
  member: string | null,
): PastSide {
  const last = promises.findLast((promise) => promise.side === side);
  if (!last) return { member, amountMinor: 0, refused: false };
  const isVoid = last.state === "void";
  return {
    member,
    amountMinor: isVoid
      ? 0
      : last.amount_minor + last.compensation_minor + (last.perk_minor ?? 0),
    refused: isVoid && !ofTheRules.includes(last.because ?? ""),
  };
}
