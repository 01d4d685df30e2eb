import type { Database } from "../collector/storage/storage.ts";

/** What the ledger's own lines say of one reward; of the reward's row nothing is taken but what never changes, and whose it is. */
export interface FoldedReward {
  id: string;
  siteId: string;
  programId: string;
  conversionId: string;
  referralId: string;
  personId: string;
  side: "referrer" | "friend";
  on: string;
  kind: string;
  currency: string;
  createdAt: number;
  /** Promised and not taken back before payment. */
  amountMinor: number;
  /** Taken back after payment: zero or negative. */
  compensationMinor: number;
  state: "pending" | "confirmed" | "paid" | "void";
  /** Whether a trusted word stands behind its order: a claim reserves nothing. */
  verified: boolean;
  /** Whether it waits for the owner, who is asked to look at its order. */
  held: boolean;
}

const stateAfter: Record<string, FoldedReward["state"]> = {
  accrue: "pending",
  confirm: "confirmed",
  pay: "paid",
  void: "void",
};

/** Adds up the ledger from its first line, without any query of the product's own. */
export async function foldOfLedger(db: Database): Promise<FoldedReward[]> {
  const rows = await db
    .selectFrom("rewards")
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .select(["rewards.id", "rewards.site_id", "rewards.program_id"])
    .select(["rewards.conversion_id", "rewards.referral_id", "person_id"])
    .select(["side", "step_on", "kind", "rewards.currency", "created_at"])
    .select(["conversions.trust", "rewards.because"])
    .execute();
  const folded = new Map<string, FoldedReward>();
  for (const row of rows)
    folded.set(row.id, {
      id: row.id,
      siteId: row.site_id,
      programId: row.program_id,
      conversionId: row.conversion_id,
      referralId: row.referral_id,
      personId: row.person_id,
      side: row.side,
      on: row.step_on,
      kind: row.kind,
      currency: row.currency,
      createdAt: row.created_at,
      amountMinor: 0,
      compensationMinor: 0,
      state: "void",
      verified: row.trust !== "claim" && row.trust !== "refused",
      held: row.because === "fraud_hold",
    });
  const lines = await db
    .selectFrom("ledger")
    .select(["reward_id", "entry", "amount_minor", "currency"])
    .orderBy("id")
    .execute();
  for (const line of lines) {
    const reward = folded.get(line.reward_id);
    if (!reward || reward.currency !== line.currency)
      throw new Error(`Expected a reward in ${line.currency} for every line.`);
    if (line.entry === "compensate")
      reward.compensationMinor += line.amount_minor;
    else reward.amountMinor += line.amount_minor;
    reward.state = stateAfter[line.entry] ?? reward.state;
  }
  return [...folded.values()];
}

/** What a budget has to hold: what was promised by a trusted word and not voided. */
export function reservedIn(fold: FoldedReward[]): FoldedReward[] {
  return fold.filter(({ verified, state }) => verified && state !== "void");
}

export function sumOf(fold: FoldedReward[]): number {
  return fold.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** One line of the ledger, and what its reward came to by it. */
export interface HistoricLine {
  rewardId: string;
  entry: string;
  at: number;
  reason: string | null;
  /** What the line itself adds. */
  deltaMinor: number;
  /** Promised and not taken back, once it is written. */
  amountMinor: number;
  /** Of what was taken back after payment: what this line says was settled by a payout run. */
  settledMinor: number;
}

/** The ledger from its first line, with what each reward came to at the time. */
export async function historyOfLedger(db: Database): Promise<HistoricLine[]> {
  const lines = await db
    .selectFrom("ledger")
    .selectAll()
    .orderBy("id")
    .execute();
  const amounts = new Map<string, number>();
  const open = new Map<string, number>();
  const add = (to: Map<string, number>, id: string, amount: number) => {
    const sum = (to.get(id) ?? 0) + amount;
    to.set(id, sum);
    return sum;
  };
  return lines.map(({ reward_id, entry, at, reason, amount_minor }) => {
    const isBack = entry === "compensate";
    const isSettling = isBack && reason?.startsWith("payout:") === true;
    const settledMinor = isSettling ? (open.get(reward_id) ?? 0) : 0;
    add(open, reward_id, isBack ? amount_minor - settledMinor : 0);
    return {
      rewardId: reward_id,
      entry,
      at,
      reason,
      deltaMinor: amount_minor,
      amountMinor: add(amounts, reward_id, isBack ? 0 : amount_minor),
      settledMinor,
    };
  });
}
