import { codesNear } from "../domain/codes-near.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { DisputeRow } from "../storage/queries/disputes.ts";
import {
  selectAskedConversions,
  selectClicksOfMember,
  selectConversionsAbout,
  selectUnmatchedNear,
} from "../storage/queries/evidence.ts";
import { selectMember } from "../storage/queries/members.ts";
import {
  answerConversions,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { rememberedTouches } from "./link-touches.ts";
import type { Reading } from "./work.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** A member looks back about so far. */
const lookBackMs = 60 * dayMs;

/** What is known around a dispute. */
export interface Evidence {
  /** The orders that it is about; of a missing friend, those that came with the member's code or link and do not count for them. */
  conversions: ConversionAnswer[];
  /** What the browsers said they remembered, with those orders. */
  touches: { conversion: string; code: string; at: number }[];
  /** Who followed the member's links around the time, newest first. */
  clicks: {
    code: string;
    channel: string | null;
    at: number;
    visitor: string | null;
  }[];
  /** Orders that matched nobody and may be the member's: the browser of one of the clicks, or the code but for one symbol. */
  unmatched: ConversionAnswer[];
}

export async function disputeEvidence(
  reading: Reading,
  dispute: DisputeRow,
): Promise<Evidence> {
  const { db } = reading;
  const { site_id, member_id, about, created_at } = dispute;
  const period = { from: created_at - lookBackMs, to: created_at };
  const rows =
    about === null
      ? await selectAskedConversions(db, member_id, period)
      : await selectConversionsAbout(db, site_id, about);
  const last = rows[0]?.occurred_at ?? created_at;
  const clicks = await selectClicksOfMember(db, member_id, {
    from: last - lookBackMs,
    to: last + dayMs,
  });
  return {
    conversions: await answerConversions(reading, rows),
    touches: rows.flatMap(touchesOf),
    clicks,
    unmatched: await unmatched(
      reading,
      dispute,
      clicks.flatMap(({ visitor }) => visitor ?? []),
    ),
  };
}

function touchesOf(row: ConversionRow): Evidence["touches"] {
  return rememberedTouches(row).map(({ code, at }) => ({
    conversion: row.id,
    code,
    at,
  }));
}

async function unmatched(
  reading: Reading,
  { site_id, member_id, created_at }: DisputeRow,
  visitors: string[],
): Promise<ConversionAnswer[]> {
  const member = await selectMember(reading.db, member_id);
  if (!member) return [];
  const near = await selectUnmatchedNear(
    reading.db,
    site_id,
    { from: created_at - lookBackMs, to: created_at },
    [...new Set(visitors)],
  );
  const theirs = near.filter((row) => {
    const typed = row.code ?? row.unknown_code;
    return (
      (row.visitor !== null && visitors.includes(row.visitor)) ||
      (typed !== null && codesNear(typed).includes(member.code))
    );
  });
  return answerConversions(reading, theirs.slice(0, 20));
}
