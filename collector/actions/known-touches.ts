import { normaliseCode } from "../../sdk/protocol/code.ts";
import { believedAt } from "../domain/believed-at.ts";
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

export interface LinkTouch extends Candidate {
  /** The stored click, where it is known. */
  click: string | null;
  /** It was dated before its code was made. */
  isDoubted: boolean;
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
  const seen = orderedTouches(row);
  const remembered = seen.length;
  const visitors = new Set(row.visitor === null ? [] : [row.visitor]);
  if (isTrusted(row.trust) && !friend.isNew) {
    for (const visitor of await selectVisitorsOf(
      work.db,
      row.site_id,
      friend.same,
    ))
      visitors.add(visitor);
  }
  if (visitors.size) {
    const clicks = await selectClicks(
      work.db,
      row.site_id,
      [...visitors],
      row.occurred_at,
    );
    seen.push(...clicks.map(({ id, ...click }) => ({ ...click, click: id })));
  }
  const codes = codesIn(row, seen).filter((code) =>
    atHand.every((member) => member.code !== code),
  );
  const members = [
    ...atHand,
    ...(await selectMembersByCodes(work.db, row.site_id, codes)),
  ];
  const memberOf = new Map(members.map((member) => [member.code, member]));

  const met = seen.flatMap(({ code, at, click = null, before }, place) => {
    const member = memberOf.get(normaliseCode(code) ?? code);
    if (!member) return [];
    const believed = believedAt(at, {
      codeSince: member.created_at,
      occurredAt: row.occurred_at,
      before,
    });
    const isStored = place >= remembered;
    // Of two that are the wrong way round, a clock was wrong at one.
    const isAstray = believed.isDoubted || (before ?? at) < at;
    return [
      { memberId: member.id, code, click, ...believed, isStored, isAstray },
    ];
  });
  const stored = met.filter((touch) => touch.isStored && !touch.isDoubted);
  const hasStray = met.some((touch) => !touch.isStored && touch.isAstray);
  const touches = met
    .filter(
      (touch) =>
        touch.isStored ||
        !hasStray ||
        stored.every(({ memberId }) => memberId !== touch.memberId),
    )
    .map(({ isStored: _, isAstray: __, ...touch }) => touch)
    .sort((a, b) => a.at - b.at);
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
    visitors: [...visitors],
  };
}

interface SeenTouch {
  code: string;
  at: number;
  click?: string | null;
}

/** What the browser that ordered remembered. */
export function touchesIn(row: ConversionRow): SeenTouch[] {
  return JSON.parse(row.touches) as SeenTouch[];
}

/** The same, the first with the time of the one that came after it. */
function orderedTouches(row: ConversionRow): (SeenTouch & {
  before?: number | undefined;
})[] {
  const touches = touchesIn(row);
  return touches.map((touch, place) => ({
    ...touch,
    before: touches[place + 1]?.at,
  }));
}

/** The codes by which some touches and an order name a member. */
export function codesIn(row: ConversionRow, touches: SeenTouch[]): string[] {
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
