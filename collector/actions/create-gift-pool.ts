import { DomainError } from "../domain/domain-error.ts";
import type { Amount, Program } from "../domain/program.ts";
import { insertAudit } from "../storage/queries/audit.ts";
import { insertGiftPool } from "../storage/queries/gifts.ts";
import { selectProgram } from "../storage/queries/programs.ts";
import { answerGiftPool, type GiftPoolAnswer } from "./list-gift-pools.ts";
import type { Work } from "./work.ts";

export interface NewGiftPool {
  name: string;
  programId: string;
  /** The step whose gifts it holds. */
  on: string;
  /** Whom it is for; `null` for both. */
  to: "referrer" | "friend" | null;
  valueMinor: number;
  currency: string;
  url: string | null;
  lowBelow: number;
}

/** A pool is low when fewer are left, where the owner says nothing else. */
export const usualLowBelow = 20;

/**
 * Opens a pool of gift codes: from now on the step's gifts come from it, and wait while it is empty.
 * Throws `invalid_field` where the programme as it stands gives no such gift: nothing would ever be taken from it.
 */
export async function createGiftPool(
  work: Work,
  { siteId, by, ...pool }: NewGiftPool & { siteId: string; by: string },
): Promise<GiftPoolAnswer> {
  const { db } = work;
  const now = await selectProgram(db, siteId, pool.programId);
  if (!now)
    throw invalid(
      "programId",
      `Expected the id of a programme of this site, and found none called "${pool.programId}".`,
    );
  refuseUnfitting(now.program, pool);
  const row = {
    id: work.newId("gfp"),
    site_id: siteId,
    name: pool.name,
    program_id: pool.programId,
    step_on: pool.on,
    side: pool.to,
    kind: "gift" as const,
    value_minor: pool.valueMinor,
    currency: pool.currency,
    url: pool.url,
    low_below: pool.lowBelow,
    created_at: work.now(),
    retired_at: null,
  };
  await insertGiftPool(db, row);
  await insertAudit(db, {
    id: work.newId("aud"),
    site_id: siteId,
    at: row.created_at,
    actor: by,
    action: "create_gift_pool",
    subject: row.id,
    reason: null,
  });
  return answerGiftPool(work, row);
}

function refuseUnfitting(program: Program, pool: NewGiftPool): void {
  if (!program.steps.some(({ on }) => on === pool.on)) {
    const steps = program.steps.map(({ on }) => `"${on}"`).join(" or ");
    throw invalid(
      "on",
      `Expected a step of the programme, ${steps}, and got "${pool.on}".`,
    );
  }
  const sides = pool.to ? [pool.to] : (["referrer", "friend"] as const);
  const values = [...program.steps, ...program.boosts]
    .filter(({ on }) => on === pool.on)
    .flatMap((step) => sides.map((side) => step[side]))
    .flatMap(fixedGift);
  if (!values.length)
    throw invalid(
      "on",
      `Expected a step that gives ${pool.to ?? "somebody"} a gift of a fixed amount; "${pool.on}" does not.`,
    );
  if (pool.currency !== program.currency)
    throw invalid(
      "currency",
      `Expected the programme's currency, ${program.currency}, and got ${pool.currency}.`,
    );
  if (!values.includes(pool.valueMinor))
    throw invalid(
      "valueMinor",
      `Expected what the step gives, ${[...new Set(values)].join(" or ")}, and got ${pool.valueMinor}: a code cannot be cut.`,
    );
}

function fixedGift(amount: Amount | null | undefined): number[] {
  return amount?.kind === "gift" && amount.fixedMinor !== undefined
    ? [amount.fixedMinor]
    : [];
}

function invalid(path: string, message: string): DomainError {
  return new DomainError(
    "invalid_field",
    `${path}: ${message}`,
    [{ path, message }],
    "pool_unfitting",
  );
}
