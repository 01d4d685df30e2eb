import { conflict } from "../domain/conflict.ts";
import { DomainError } from "../domain/domain-error.ts";
import { majorText, proportionOf } from "../domain/money.ts";
import {
  type ConversionRow,
  updateConversion,
} from "../storage/queries/conversions.ts";
import {
  insertOrderChange,
  selectOrderChange,
} from "../storage/queries/order-changes.ts";
import { answerConversion } from "./answer-conversion.ts";
import { isTrusted } from "./conversion-word.ts";
import { findConversion } from "./find-conversion.ts";
import { noteAct } from "./note-act.ts";
import { type Adjustment, reconcileRewards } from "./reconcile-rewards.ts";
import type { Adjusted } from "./refund-conversion.ts";
import type { Work } from "./work.ts";

/** What an order became; what is left out stays. */
export interface NewFacts {
  /** The new total, before any refund. */
  amountMinor?: number | undefined;
  currency?: string | undefined;
  /** Of the new total. */
  grossProfitMinor?: number | undefined;
  marginClass?: string | undefined;
}

/**
 * Takes the shop's word that an order became another, and posts what the rewards gain or lose by it: what is not yet paid
 * rises as far as limits and budgets leave, what is paid is only compensated. A known `changeId` changes nothing.
 * Throws `state_conflict` for a claim, for less than is refunded, and where a known change comes with other facts;
 * `order_conflict` for another currency.
 */
export async function changeOrder(
  work: Work,
  input: NewFacts & {
    siteId: string;
    conversion: string;
    changeId: string;
    /** Why, for the log of acts. */
    note?: string | undefined;
    by: string;
  },
): Promise<Adjusted> {
  const { db } = work;
  const { siteId, changeId, amountMinor, currency } = input;
  const row = await findConversion(work, siteId, input.conversion);
  const { grossProfitMinor, marginClass } = input;
  const said = JSON.stringify([
    amountMinor ?? null,
    currency ?? null,
    grossProfitMinor ?? null,
    marginClass ?? null,
  ]);
  const known = await selectOrderChange(db, siteId, row.id, changeId);
  if (known) {
    if (known.said !== said)
      throw conflict(
        "known_otherwise",
        `The change "${changeId}" is already recorded with other facts; nothing was changed. Send a new changeId for a further change.`,
      );
    return {
      created: false,
      conversion: await answerConversion(work, row.id),
      adjustments: JSON.parse(known.adjustments) as Adjustment[],
    };
  }
  const changed = changedOrder(row, input);
  await updateConversion(db, row.id, {
    amount_minor: changed.amount_minor,
    currency: changed.currency,
    gross_profit_minor: changed.gross_profit_minor,
    margin_class: changed.margin_class,
  });
  const adjustments = await reconcileRewards(work, changed, {
    cause: `change:${changeId}`,
    reason: "order_changed",
  });
  await insertOrderChange(db, {
    site_id: siteId,
    conversion_id: row.id,
    change_id: changeId,
    said,
    amount_before: row.amount_minor,
    amount_after: changed.amount_minor,
    gross_before: row.gross_profit_minor,
    gross_after: changed.gross_profit_minor,
    adjustments: JSON.stringify(adjustments),
    at: work.now(),
  });
  await noteAct(work, {
    siteId,
    by: input.by,
    action: "change_conversion",
    subject: row.id,
    reason: `change ${changeId}: ${totalOf(row)} to ${totalOf(changed)}${input.note ? `: ${input.note}` : ""}`,
  });
  return {
    created: true,
    conversion: await answerConversion(work, row.id),
    adjustments,
  };
}

/** The order with what became of it. Throws what `changeOrder` throws. */
export function changedOrder(
  row: ConversionRow,
  facts: NewFacts,
): ConversionRow {
  refuse(row, facts);
  return withFacts(row, facts);
}

function totalOf({ amount_minor, currency }: ConversionRow): string {
  return amount_minor === null || currency === null
    ? "no amount"
    : majorText(amount_minor, currency);
}

function refuse(row: ConversionRow, { amountMinor, currency }: NewFacts): void {
  if (!isTrusted(row.trust))
    throw conflict(
      "change_of_claim",
      "Only a browser has reported this order. Report it with POST /v1/conversions: that word counts.",
    );
  if (currency !== undefined && (row.currency ?? currency) !== currency) {
    const message = `Expected ${row.currency}, as first given.`;
    throw new DomainError(
      "order_conflict",
      `The order "${row.order_id}" is in ${row.currency}; nothing was changed. Refund it and report a new order.`,
      [{ path: "currency", message }],
      "other_currency",
    );
  }
  if (amountMinor === undefined) return;
  if (row.currency === null && currency === undefined) {
    const message = "Expected the currency of amountMinor.";
    throw new DomainError("invalid_field", message, [
      { path: "currency", message },
    ]);
  }
  if (amountMinor < row.refunded_minor)
    throw conflict(
      "below_refunded",
      `${row.refunded_minor} of this order is already refunded, so its total cannot become ${amountMinor}. The new total is meant before refunds.`,
    );
}

/** A stated gross profit that is not stated anew keeps its share of the amount. */
function withFacts(row: ConversionRow, facts: NewFacts): ConversionRow {
  const amount = facts.amountMinor ?? row.amount_minor;
  const known = row.gross_profit_minor;
  const gross =
    known !== null && known > 0 && row.amount_minor && amount !== null
      ? proportionOf(known, amount, row.amount_minor)
      : known;
  return {
    ...row,
    amount_minor: amount,
    currency: row.currency ?? facts.currency ?? null,
    gross_profit_minor: facts.grossProfitMinor ?? gross,
    margin_class: facts.marginClass ?? row.margin_class,
  };
}
