import { normaliseCode } from "../../sdk/protocol/code.ts";
import { believedAt } from "../domain/believed-at.ts";
import type { Candidate } from "../domain/credited-touch.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { MemberRow } from "../storage/queries/members.ts";

/** A member's link that the friend followed. */
export interface LinkTouch extends Candidate {
  /** The stored click, where it is known. */
  click: string | null;
  /** It was dated before its code was made. */
  isDoubted: boolean;
}

/** A touch as a browser, or a stored click, tells of it. */
export interface SeenTouch {
  code: string;
  at: number;
  click?: string | null;
  /** When the browser's next touch was, where it remembers one. */
  nextAt?: number | undefined;
}

/**
 * The links that may have led to an order, oldest first: those that the browser remembers, and the stored clicks.
 *
 * What the browser remembers is dated by the device's clock. Where that clock was wrong at one touch, nothing is known of
 * the order in which they came: a member with a stored click then counts by that click alone.
 */
export function linkTouches(
  row: ConversionRow,
  memberOf: Map<string, MemberRow>,
  seen: { remembered: SeenTouch[]; clicks: SeenTouch[] },
): LinkTouch[] {
  const remembered = ofMembers(seen.remembered, memberOf);
  const own = remembered.map((touch) => dated(touch, row));
  const stored = ofMembers(seen.clicks, memberOf).map((touch) =>
    dated(touch, row),
  );
  const isClockWrong =
    remembered.some(isAfterNext) || own.some(({ isDoubted }) => isDoubted);
  const hasClick = (memberId: string) =>
    stored.some((touch) => touch.memberId === memberId && !touch.isDoubted);
  const believed = isClockWrong
    ? own.filter(({ memberId }) => !hasClick(memberId))
    : own;
  return [...believed, ...stored].sort((a, b) => a.at - b.at);
}

/** What the browser that ordered remembers: the first link that it followed, and the last. */
export function rememberedTouches(row: ConversionRow): SeenTouch[] {
  const touches = JSON.parse(row.touches) as SeenTouch[];
  return touches.map((touch, place) => ({
    ...touch,
    nextAt: touches[place + 1]?.at,
  }));
}

type MetTouch = SeenTouch & { member: MemberRow };

function ofMembers(
  touches: SeenTouch[],
  memberOf: Map<string, MemberRow>,
): MetTouch[] {
  return touches.flatMap((touch) => {
    const member = memberOf.get(normaliseCode(touch.code) ?? touch.code);
    return member ? [{ ...touch, member }] : [];
  });
}

function dated(
  { member, code, at, click = null, nextAt }: MetTouch,
  { occurred_at: occurredAt }: ConversionRow,
): LinkTouch {
  const codeSince = member.created_at;
  const believed = believedAt(at, { codeSince, occurredAt, nextAt });
  return { memberId: member.id, code, click, ...believed };
}

function isAfterNext({ at, nextAt = at }: SeenTouch): boolean {
  return at > nextAt;
}
