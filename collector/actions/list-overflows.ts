import {
  type OverflowState,
  selectOverflows,
} from "../storage/queries/overflows.ts";
import { allPages, defaultPageSize, type Page, pageOf } from "./page.ts";
import { nobodyKnown, type Payee, payeesById } from "./payee.ts";
import type { Reading } from "./work.ts";

/** A raffle's entry or a perk, and whom it is for. */
export interface OverflowAnswer {
  /** The reward whose part above the cap it stands for; each has one at most. */
  reward: string;
  program: string;
  on: string;
  to: "referrer" | "friend";
  kind: "raffle" | "perk";
  /** The prize, or the perk. */
  name: string;
  valueMinor: number;
  /** The part above the cap. */
  aboveMinor: number;
  currency: string;
  /** Its reward's, or `void` once it is taken back. */
  state: OverflowState;
  givenAt: number;
  takenBackAt: number | null;
  for: Payee;
}

interface Asked {
  siteId: string;
  kind?: OverflowAnswer["kind"] | undefined;
  state?: OverflowState | undefined;
}

/** Everything that capped rewards became: what is to be drawn or handed out, newest first. */
export async function listOverflows(
  reading: Reading,
  by: Asked & { cursor?: string | undefined; limit?: number | undefined },
): Promise<Page<OverflowAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const rows = await selectOverflows(reading.db, by.siteId, {
    kind: by.kind ?? null,
    state: by.state ?? null,
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  const people = await payeesById(
    reading,
    rows.map(({ person_id }) => person_id),
  );
  return pageOf(rows, limit, (row) => ({
    reward: row.reward_id,
    program: row.program_id,
    on: row.step_on,
    to: row.side,
    kind: row.kind,
    name: row.name,
    valueMinor: row.value_minor,
    aboveMinor: row.above_minor,
    currency: row.currency,
    state: row.taken_back_at === null ? row.state : "void",
    givenAt: row.given_at,
    takenBackAt: row.taken_back_at,
    for: people.get(row.person_id) ?? nobodyKnown(row.person_id),
  }));
}

const batch = 500;

/** All of them at once, for a file. */
export function allOverflows(
  reading: Reading,
  by: Asked,
): Promise<OverflowAnswer[]> {
  return allPages((cursor) =>
    listOverflows(reading, { ...by, cursor, limit: batch }),
  );
}
