import type { Reading } from "../actions/work.ts";
import {
  selectUnbalanced,
  type Unbalanced,
} from "../storage/queries/ledger-balance.ts";
import type { Job } from "./start-jobs.ts";

/** What the rounds through the rewards have found. */
export interface LedgerCheck extends Job {
  figures(): LedgerFigures;
}

export interface LedgerFigures {
  /** Minor units, of whatever currency, by which rewards differ from the ledger: 0 unless something is wrong. */
  imbalanceMinor: number;
  /** Rewards looked at since the start. */
  checked: number;
  /** Rounds completed since the start. */
  rounds: number;
}

/** Rewards at a time: a millisecond or two, so that nobody waits for it. */
const atOnce = 300;

/** Compares, a few a second, every reward with the sum of its ledger's lines, round after round. */
export function checkLedger(
  { db }: Pick<Reading, "db">,
  onImbalance: (found: Unbalanced) => void,
  count = atOnce,
): LedgerCheck {
  let after = "";
  let found = 0;
  let foundBefore = 0;
  let checked = 0;
  let rounds = 0;
  return {
    name: "check-ledger",
    everyMs: 1_000,
    async run() {
      const { looked, last, unbalanced } = await selectUnbalanced(db, {
        after,
        count,
      });
      checked += looked;
      for (const one of unbalanced) {
        found += Math.abs(one.amountOff) + Math.abs(one.compensationOff);
        onImbalance(one);
      }
      after = last ?? "";
      if (looked < count) {
        after = "";
        foundBefore = found;
        found = 0;
        rounds += 1;
      }
      return { more: false };
    },
    // What the last round found stands until this one has come by again.
    figures: () => ({
      imbalanceMinor: Math.max(found, foundBefore),
      checked,
      rounds,
    }),
  };
}
