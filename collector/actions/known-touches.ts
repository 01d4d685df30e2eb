import { normaliseCode } from "../../sdk/protocol/code.ts";
import type { Candidate } from "../domain/credited-touch.ts";
import { selectClicks } from "../storage/queries/clicks.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import {
  type MemberRow,
  selectMembersByCodes,
} from "../storage/queries/members.ts";
import { selectVisitorsOf } from "../storage/queries/people.ts";
import { isTrusted } from "./conversion-word.ts";
import type { Friend } from "./friend-of.ts";
import {
  type LinkTouch,
  linkTouches,
  rememberedTouches,
} from "./link-touches.ts";
import type { Work } from "./work.ts";

/** Every sign of a referrer that is known for a conversion. */
export interface KnownTouches {
  typed: Candidate | null;
  /** By links, oldest first. */
  touches: LinkTouch[];
  /** A code was given that no member has. */
  unknownCode: boolean;
  /** Each member met, by their id. */
  members: Map<string, MemberRow>;
  /** The friend's browsers. */
  visitors: string[];
}

/**
 * Gathers the typed code, the device's touches, and the clicks stored for the friend's browsers.
 *
 * @param atHand members who were read before
 */
export async function knownTouches(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  atHand: MemberRow[] = [],
): Promise<KnownTouches> {
  const visitors = await browsersOf(work, row, friend);
  const clicks = visitors.length
    ? await selectClicks(work.db, row.site_id, visitors, row.occurred_at)
    : [];
  const remembered = rememberedTouches(row);
  const codes = codesIn(row, [...remembered, ...clicks]);
  const members = await membersOf(work, row, codes, atHand);
  const memberOf = new Map(members.map((member) => [member.code, member]));
  const touches = linkTouches(row, memberOf, {
    remembered,
    clicks: clicks.map(({ id: click, code, at }) => ({ click, code, at })),
  });
  const typedBy = row.code === null ? undefined : memberOf.get(row.code)?.id;
  return {
    typed:
      row.code !== null && typedBy
        ? {
            memberId: typedBy,
            code: row.code,
            at: promisedAt(touches, typedBy, row.occurred_at),
          }
        : null,
    touches,
    unknownCode: row.unknown_code !== null || (row.code !== null && !typedBy),
    members: new Map(members.map((member) => [member.id, member])),
    visitors,
  };
}

/** The browser that ordered, and those that a trusted word has seen the friend use. */
async function browsersOf(
  { db }: Work,
  row: ConversionRow,
  friend: Friend,
): Promise<string[]> {
  const visitors = new Set(row.visitor === null ? [] : [row.visitor]);
  if (isTrusted(row.trust) && !friend.isNew)
    for (const visitor of await selectVisitorsOf(db, row.site_id, friend.same))
      visitors.add(visitor);
  return [...visitors];
}

/** The members who have these codes; those at hand are not read again. */
async function membersOf(
  { db }: Work,
  { site_id }: ConversionRow,
  codes: string[],
  atHand: MemberRow[],
): Promise<MemberRow[]> {
  const missing = codes.filter((code) =>
    atHand.every((member) => member.code !== code),
  );
  return [...atHand, ...(await selectMembersByCodes(db, site_id, missing))];
}

/** The codes by which some touches and an order name a member. */
export function codesIn(
  row: ConversionRow,
  touches: { code: string }[],
): string[] {
  const codes = touches.map(({ code }) => normaliseCode(code) ?? code);
  if (row.code !== null) codes.push(row.code);
  return [...new Set(codes)];
}

/** Who types the code of a link they had followed was promised what stood at that click. */
function promisedAt(
  touches: Candidate[],
  memberId: string,
  occurredAt: number,
): number {
  const clicked = touches.findLast(
    (touch) => touch.memberId === memberId && touch.at <= occurredAt,
  );
  return clicked?.at ?? occurredAt;
}
