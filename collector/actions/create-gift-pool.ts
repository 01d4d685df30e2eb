import { DomainError } from "../domain/domain-error.ts";
import { giftsGiven, giftsPromised } from "../domain/gift-values.ts";
import type { Program } from "../domain/program.ts";
import { selectWaitingValues } from "../storage/queries/gift-needs.ts";
import { insertGiftPool } from "../storage/queries/gifts.ts";
import { selectProgramHistory } from "../storage/queries/programs.ts";
import { answerGiftPool, type GiftPoolAnswer } from "./list-gift-pools.ts";
import { noteAct } from "./note-act.ts";
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
 * Throws `invalid_field` where no version of the programme gives such a gift, and none waits: nothing would ever be taken
 * from it. What a former version promised is still owed.
 */
export async function createGiftPool(
  work: Work,
  { siteId, by, ...pool }: NewGiftPool & { siteId: string; by: string },
): Promise<GiftPoolAnswer> {
  const { db } = work;
  const versions = await selectProgramHistory(db, siteId, pool.programId);
  if (!versions.length)
    throw invalid(
      "programId",
      `Expected the id of a programme of this site, and found none called "${pool.programId}".`,
    );
  const waiting = await selectWaitingValues(db, siteId, pool);
  refuseUnfitting(versions, pool, waiting);
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
  await noteAct(work, {
    siteId,
    by,
    action: "create_gift_pool",
    subject: row.id,
    at: row.created_at,
  });
  return answerGiftPool(work, row);
}

function refuseUnfitting(
  versions: Program[],
  pool: NewGiftPool,
  waiting: { to: string; amountMinor: number }[],
): void {
  const [program] = versions;
  const steps = new Set(
    versions.flatMap((version) => version.steps.map(({ on }) => on)),
  );
  if (!steps.has(pool.on))
    throw invalid(
      "on",
      `Expected a step of the programme, ${[...steps].map((on) => `"${on}"`).join(" or ")}, and got "${pool.on}".`,
    );
  const values = valuesFor(versions, pool);
  for (const { to, amountMinor } of waiting)
    if (pool.to === null || pool.to === to) values.add(amountMinor);
  if (!values.size)
    throw invalid(
      "on",
      `Expected a step that gives ${pool.to ?? "somebody"} a gift of a fixed amount; "${pool.on}" does not.`,
    );
  if (pool.currency !== program?.currency)
    throw invalid(
      "currency",
      `Expected the programme's currency, ${program?.currency}, and got ${pool.currency}.`,
    );
  if (!values.has(pool.valueMinor))
    throw invalid(
      "valueMinor",
      `Expected what the step gives or gave, or what waits for a code, ${[...values].join(" or ")}, and got ${pool.valueMinor}: a code cannot be cut.`,
    );
}

/** What the step promises or promised, and what the rules of now make of it. */
function valuesFor(versions: Program[], { on, to }: NewGiftPool): Set<number> {
  const [program] = versions;
  const step = program?.steps.find((one) => one.on === on);
  const sides = to ? [to] : (["referrer", "friend"] as const);
  return new Set(
    sides.flatMap((side) => {
      const promised = versions.flatMap((version) =>
        version.currency === program?.currency
          ? giftsPromised(version, { on, to: side })
          : [],
      );
      if (!promised.length || !program || !step) return promised;
      const given = giftsGiven(program, step, side);
      return [...promised, ...given.map(({ valueMinor }) => valueMinor)];
    }),
  );
}

function invalid(path: string, message: string): DomainError {
  return new DomainError(
    "invalid_field",
    `${path}: ${message}`,
    [{ path, message }],
    "pool_unfitting",
  );
}
