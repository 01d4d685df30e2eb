import { conflict } from "../domain/conflict.ts";
import {
  type PayoutItemRow,
  type PayoutRow,
  selectPayoutItems,
  settleItems,
  updatePayout,
} from "../storage/queries/payouts.ts";
import {
  answerPayout,
  findPayout,
  type PayoutAnswer,
} from "./answer-payout.ts";
import { noteAct } from "./note-act.ts";
import { postEntry } from "./post-entry.ts";
import type { Work } from "./work.ts";

interface Settling {
  siteId: string;
  payout: string;
  by: string;
}

/**
 * Notes that everybody in a run has been paid: every reward in it becomes `paid`, all of them or none. Doing it twice pays once.
 *
 * @param totalMinor what was handed over, for the caller who wants to be sure that nothing has left the run since it was exported
 */
export async function payPayout(
  work: Work,
  input: Settling & { totalMinor: number | null },
): Promise<PayoutAnswer> {
  const row = await findPayout(work, input.siteId, input.payout);
  if (row.state === "paid") return answerPayout(work, row);
  if (row.state === "cancelled")
    throw conflict(
      "payout_cancelled",
      "This run was cancelled, and what was in it is free for another. Make a new run.",
    );
  const items = (await selectPayoutItems(work.db, row.id)).filter(
    ({ state }) => state === "open",
  );
  const total = items.reduce((sum, item) => sum + item.amount_minor, 0);
  if (input.totalMinor !== null && input.totalMinor !== total)
    throw conflict(
      "payout_changed",
      `The run now comes to ${total}, not ${input.totalMinor}: something has left it, and "left" says what. Nothing was changed. Export it again.`,
    );
  for (const item of items) await book(work, row, item, input.by);
  await settleItems(work.db, row.id, { state: "paid", because: null });
  return close(work, row, "paid", input.by, null);
}

/** Gives up a run that is not paid: what was in it is due again. Doing it twice changes nothing. */
export async function cancelPayout(
  work: Work,
  input: Settling & { reason: string },
): Promise<PayoutAnswer> {
  const row = await findPayout(work, input.siteId, input.payout);
  if (row.state === "cancelled") return answerPayout(work, row);
  if (row.state === "paid")
    throw conflict(
      "payout_paid",
      "This run is paid, and what is paid is only compensated.",
    );
  await settleItems(work.db, row.id, { state: "left", because: "cancelled" });
  return close(work, row, "cancelled", input.by, input.reason);
}

function book(
  work: Work,
  { id, site_id, currency }: PayoutRow,
  item: PayoutItemRow,
  actor: string,
): Promise<void> {
  const reward = { id: item.reward_id, site_id, currency };
  const line = { amountMinor: 0, actor, reason: `payout:${id}` };
  // The amount of a correction was booked when it arose: here it only says which run settled it.
  return item.what === "reward"
    ? postEntry(work, reward, {
        ...line,
        entry: "pay",
        cause: "once",
        becomes: { state: "paid", because: null },
      })
    : postEntry(work, reward, {
        ...line,
        entry: "compensate",
        cause: `payout:${id}`,
        becomes: {},
      });
}

async function close(
  work: Work,
  row: PayoutRow,
  state: "paid" | "cancelled",
  actor: string,
  reason: string | null,
): Promise<PayoutAnswer> {
  const at = work.now();
  await updatePayout(work.db, row.id, { state, settled_at: at });
  await noteAct(work, {
    siteId: row.site_id,
    by: actor,
    action: state === "paid" ? "pay_payout" : "cancel_payout",
    subject: row.id,
    reason,
    at,
  });
  return answerPayout(work, { ...row, state, settled_at: at });
}
