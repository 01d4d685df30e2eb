import { conflict } from "../domain/conflict.ts";
import { payeesDue } from "../domain/payees-due.ts";
import {
  insertPayout,
  insertPayoutItem,
  type PayoutRow,
  selectPayoutByRun,
} from "../storage/queries/payouts.ts";
import { answerPayout, type PayoutAnswer } from "./answer-payout.ts";
import { dueNow, dueSums } from "./due-now.ts";
import { isTrial } from "./is-trial.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/** Rewards in one run: paying it is one transaction, and beacons wait for that. */
const maxItems = 5_000;

export interface NewPayout {
  /** The owner's own name for the run; asking again by the same name answers the same run. */
  runId: string;
  currency: string;
  /** Whoever is due less waits for a later run. */
  minimumMinor: number;
  /** Kinds of reward, or `null` for all. */
  kinds: string[] | null;
}

/**
 * Gathers what is due: confirmed rewards, less what was taken back after earlier payments, by person.
 * Whoever the shop knows nothing of, nobody can pay: they stay due, and the run says how many they are.
 * Nothing is paid yet. Throws `state_conflict` where the name belongs to a run that was asked for otherwise.
 *
 * @param refuseEmpty throws `state_conflict`, because `nothing_due`, instead of making a run without anybody
 */
export async function createPayout(
  work: Work,
  {
    siteId,
    by,
    refuseEmpty,
    ...asked
  }: NewPayout & { siteId: string; by: string; refuseEmpty?: boolean },
): Promise<{ created: boolean; payout: PayoutAnswer }> {
  const { db } = work;
  if (await isTrial(work, siteId))
    throw conflict(
      "payout_on_test",
      "This is a test site: no money counts here, so there is nothing to pay out. Pay out on the site itself.",
    );
  const kinds = asked.kinds && [...new Set(asked.kinds)].sort();
  const facts = {
    currency: asked.currency,
    minimum_minor: asked.minimumMinor,
    kinds: kinds && JSON.stringify(kinds),
  };
  const known = await selectPayoutByRun(db, siteId, asked.runId);
  if (known) {
    refuseOther(known, facts);
    return { created: false, payout: await answerPayout(work, known) };
  }
  const { currency, minimumMinor } = asked;
  const due = await dueNow(work, { siteId, currency, kinds });
  const { taken, more } = payeesDue(due.reachable, { minimumMinor, maxItems });
  if (taken.length === 0 && refuseEmpty)
    throw conflict(
      "nothing_due",
      "Nothing is due any more: no run was made. Look at the runs that there are.",
    );
  const unreachable = dueSums(due.unreachable, minimumMinor);
  const row: PayoutRow = {
    id: work.newId("pay"),
    site_id: siteId,
    run_id: asked.runId,
    ...facts,
    state: "open",
    more: more ? 1 : 0,
    unreachable_people: unreachable.people,
    unreachable_minor: unreachable.amountMinor,
    created_at: work.now(),
    settled_at: null,
  };
  await insertPayout(db, row);
  for (const { reward_id, person_id, what, amount_minor } of taken)
    await insertPayoutItem(db, {
      payout_id: row.id,
      reward_id,
      person_id,
      what,
      amount_minor,
      state: "open",
      because: null,
    });
  await noteAct(work, {
    siteId,
    by,
    action: "create_payout",
    subject: row.id,
    at: row.created_at,
  });
  return { created: true, payout: await answerPayout(work, row) };
}

function refuseOther(
  known: PayoutRow,
  facts: Pick<PayoutRow, "currency" | "minimum_minor" | "kinds">,
): void {
  const isSame =
    known.currency === facts.currency &&
    known.minimum_minor === facts.minimum_minor &&
    known.kinds === facts.kinds;
  if (isSame) return;
  throw conflict(
    "known_otherwise",
    `The run "${known.run_id}" was made with another currency, minimum or kinds; nothing was changed. Give a new run another runId.`,
  );
}
