import type { Updateable } from "kysely";
import { noteGiftTakenBack } from "../storage/queries/gifts.ts";
import { insertLedgerEntry } from "../storage/queries/ledger-entries.ts";
import { noteOverflowTakenBack } from "../storage/queries/overflows.ts";
import { updateReward } from "../storage/queries/rewards.ts";
import type { LedgerTable, RewardsTable } from "../storage/tables/rewards.ts";
import { announceReward } from "./announce-change.ts";
import { leavePayout } from "./leave-payout.ts";
import type { Work } from "./work.ts";

/** The entries that bring a reward into another state, and the word for it. */
const changes: Partial<
  Record<LedgerTable["entry"], "confirmed" | "paid" | "voided">
> = { confirm: "confirmed", pay: "paid", void: "voided" };

/**
 * Writes one line into the ledger, and the standing that follows from it.
 * The ledger is the book; the reward's own columns are its fold, kept in the same transaction.
 */
export async function postEntry(
  work: Work,
  reward: { id: string; site_id: string; currency: string },
  line: {
    entry: LedgerTable["entry"];
    /** Signed, minor units. */
    amountMinor: number;
    /** What brought it about: the same cause is never booked twice for one reward. */
    cause: string;
    actor: string;
    reason: string | null;
    becomes: Updateable<RewardsTable>;
  },
): Promise<void> {
  await insertLedgerEntry(work.db, {
    id: work.newId("led"),
    site_id: reward.site_id,
    reward_id: reward.id,
    entry: line.entry,
    amount_minor: line.amountMinor,
    currency: reward.currency,
    key: `${reward.id}:${line.entry}:${line.cause}`,
    actor: line.actor,
    reason: line.reason,
    at: work.now(),
  });
  if (Object.keys(line.becomes).length)
    await updateReward(work.db, reward.id, line.becomes);
  if (line.entry !== "accrue" && (line.amountMinor || line.entry === "void"))
    await leavePayout(work, reward.id, line.reason ?? line.entry);
  if (line.entry === "void") {
    await noteGiftTakenBack(work.db, reward.id, work.now());
    await noteOverflowTakenBack(work.db, reward.id, work.now());
  }
  const isAmount = line.entry === "adjust" || line.entry === "compensate";
  const change =
    isAmount && line.amountMinor !== 0 ? "adjusted" : changes[line.entry];
  if (change) await announceReward(work, reward, change);
}
