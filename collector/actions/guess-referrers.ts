import { bestGuesses, type Guess } from "../domain/best-guesses.ts";
import { codesNear } from "../domain/codes-near.ts";
import {
  selectClicks,
  selectClicksBetween,
} from "../storage/queries/clicks.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { selectMembersByCodes } from "../storage/queries/members.ts";
import { selectVisitorsOf } from "../storage/queries/people.ts";
import { isTrusted } from "./conversion-word.ts";
import type { Reading } from "./work.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** A click so shortly before an order may have led to it. */
const nearMs = 30 * 60 * 1000;
/** Where more members than so many were clicked at the time, none of them is likelier than the others. */
const mostNear = 3;

/** Who may have brought an order that matched nobody: for the owner to look at, never to be paid by itself. */
export async function guessReferrers(
  reading: Reading,
  row: ConversionRow,
): Promise<Guess[]> {
  const clues = [
    ...mistyped(row),
    ...(await byBrowser(reading, row)),
    ...(await nearInTime(reading, row)),
  ];
  if (!clues.length) return [];
  const members = await selectMembersByCodes(reading.db, row.site_id, [
    ...new Set(clues.map(({ code }) => code)),
  ]);
  // Nobody is paid for an order of their own, so that guessing it would only mislead.
  const others = members.filter(({ person_id }) => person_id !== row.friend_id);
  const memberOf = new Map(others.map(({ code, id }) => [code, id]));
  return bestGuesses(
    clues.flatMap((clue) => {
      const member = memberOf.get(clue.code);
      return member ? [{ member, ...clue }] : [];
    }),
    row.occurred_at,
  );
}

type Clue = Omit<Guess, "member">;

function mistyped({ code, unknown_code }: ConversionRow): Clue[] {
  const typed = code ?? unknown_code;
  if (typed === null) return [];
  return codesNear(typed).map((near) => ({
    code: near,
    why: "mistyped_code",
    at: null,
  }));
}

/** Links that the friend's browsers followed at any time, were it too early or a little too late. */
async function byBrowser({ db }: Reading, row: ConversionRow): Promise<Clue[]> {
  const known = isTrusted(row.trust)
    ? await selectVisitorsOf(db, row.site_id, [row.friend_id])
    : [];
  const until = row.occurred_at + dayMs;
  const clues: Clue[] = [];
  for (const [why, visitors] of [
    ["same_browser", row.visitor === null ? [] : [row.visitor]],
    ["same_person", known.filter((visitor) => visitor !== row.visitor)],
  ] as const) {
    if (!visitors.length) continue;
    const clicks = await selectClicks(db, row.site_id, visitors, until);
    clues.push(...clicks.map(({ code, at }) => ({ code, why, at })));
  }
  return clues;
}

async function nearInTime(
  { db }: Reading,
  row: ConversionRow,
): Promise<Clue[]> {
  const clicks = await selectClicksBetween(db, row.site_id, {
    from: row.occurred_at - nearMs,
    to: row.occurred_at,
  });
  const codes = new Set(clicks.map(({ code }) => code));
  if (codes.size > mostNear) return [];
  return clicks.map(({ code, at }) => ({ code, why: "near_in_time", at }));
}
