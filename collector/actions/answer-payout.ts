import { sumMinor } from "../domain/payees-due.ts";
import {
  type PayoutRow,
  selectPayout,
  selectPayoutItems,
} from "../storage/queries/payouts.ts";
import type { DueSums } from "./due-now.ts";
import { found } from "./found.ts";
import { nobodyKnown, type Payee, payeesById } from "./payee.ts";
import type { Reading } from "./work.ts";

/** A run as lists show it. */
export interface PayoutSummary {
  id: string;
  runId: string;
  state: PayoutRow["state"];
  currency: string;
  minimumMinor: number;
  kinds: string[] | null;
  totalMinor: number;
  payeeCount: number;
  /** More was due than one run holds: make another. */
  more: boolean;
  /** Who was due too when it was made, but is in no run since nothing is known by which they could be paid. */
  unreachable: DueSums;
  /** What a cancelled run held when it was cancelled; `null` for any other. */
  held: DueSums | null;
  createdAt: number;
  /** When it was paid or cancelled. */
  settledAt: number | null;
}

export type PayoutPayee = Payee & {
  amountMinor: number;
  rewards: PayoutReward[];
};

export interface PayoutReward {
  reward: string;
  /** `correction`: owed back, or owed after all, for a reward that was paid earlier. */
  what: "reward" | "correction";
  /** Of the reward, such as `points`. */
  kind: string;
  amountMinor: number;
}

export interface PayoutAnswer extends PayoutSummary {
  payees: PayoutPayee[];
  /** What was in the run and is no more. */
  left: (PayoutReward & { payee: string; because: string | null })[];
}

/** The run that is meant. Throws `not_found`. */
export async function findPayout(
  { db }: Reading,
  siteId: string,
  id: string,
): Promise<PayoutRow> {
  return found(await selectPayout(db, siteId, id), {
    expected: 'the id of a payout run ("pay_...")',
    id,
  });
}

/** A run with everybody in it. */
export async function readPayout(
  reading: Reading,
  { siteId, payout }: { siteId: string; payout: string },
): Promise<PayoutAnswer> {
  return answerPayout(reading, await findPayout(reading, siteId, payout));
}

export async function answerPayout(
  reading: Reading,
  row: PayoutRow,
): Promise<PayoutAnswer> {
  const items = await selectPayoutItems(reading.db, row.id);
  const staying = items.filter(({ state }) => state !== "left");
  const known = await payeesById(
    reading,
    staying.map((item) => item.person_id),
  );
  const byPerson = Map.groupBy(staying, (item) => item.person_id);
  const payees = [...byPerson].map(([personId, own]) => {
    const rewards = own.map(shown);
    return {
      ...(known.get(personId) ?? nobodyKnown(personId)),
      amountMinor: sumMinor(rewards),
      rewards,
    };
  });
  return {
    ...summary(row, {
      totalMinor: sumMinor(payees),
      payeeCount: payees.length,
      held: heldIn(items),
    }),
    payees,
    left: items
      .filter(({ state }) => state === "left")
      .map((item) => ({
        ...shown(item),
        payee: item.person_id,
        because: item.because,
      })),
  };
}

/** What left a run only because the run was given up. */
function heldIn(
  items: { person_id: string; amount_minor: number; because: string | null }[],
): DueSums {
  const held = items.filter(({ because }) => because === "cancelled");
  return {
    people: new Set(held.map(({ person_id }) => person_id)).size,
    amountMinor: held.reduce((sum, item) => sum + item.amount_minor, 0),
  };
}

function shown(item: {
  reward_id: string;
  what: PayoutReward["what"];
  kind: string;
  amount_minor: number;
}): PayoutReward {
  return {
    reward: item.reward_id,
    what: item.what,
    kind: item.kind,
    amountMinor: item.amount_minor,
  };
}

export function summary(
  row: PayoutRow,
  {
    held,
    ...sums
  }: Pick<PayoutSummary, "totalMinor" | "payeeCount"> & { held: DueSums },
): PayoutSummary {
  return {
    id: row.id,
    runId: row.run_id,
    state: row.state,
    currency: row.currency,
    minimumMinor: row.minimum_minor,
    kinds: row.kinds === null ? null : (JSON.parse(row.kinds) as string[]),
    ...sums,
    more: row.more === 1,
    unreachable: {
      people: row.unreachable_people,
      amountMinor: Number(row.unreachable_minor),
    },
    held: row.state === "cancelled" ? held : null,
    createdAt: row.created_at,
    settledAt: row.settled_at,
  };
}
