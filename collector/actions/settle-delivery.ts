import { webhookTestType } from "../../sdk/protocol/webhook.ts";
import { isGivenUp, nextAttemptAt } from "../domain/delivery-schedule.ts";
import {
  failPendingDeliveries,
  selectDelivery,
  updateDelivery,
} from "../storage/queries/deliveries.ts";
import { updateEndpoint } from "../storage/queries/endpoints.ts";
import { noteAct } from "./note-act.ts";
import { safeNow } from "./watch-clock.ts";
import type { Work } from "./work.ts";

/** What came of one attempt. */
export interface Attempt {
  delivery: string;
  /** Why it failed, or `null` where it was taken. */
  because: AttemptFailure | null;
  /** HTTP status, `null` where there was no answer. */
  status: number | null;
  detail: string | null;
  /** The pause that the receiver asked for. */
  retryAfterMs: number | null;
  /** From 0 to 1: spreads the next attempts of what failed together. */
  chance: number;
}

export type AttemptFailure =
  | "refused"
  | "redirected"
  | "gone"
  | "timed_out"
  | "unreachable"
  | "private_address";

/** Writes down an attempt: done, to be tried again, or given up; and whether the endpoint is still worth trying. */
export async function settleDelivery(
  work: Work,
  attempt: Attempt,
): Promise<void> {
  const { db } = work;
  const now = work.now();
  const delivery = await selectDelivery(db, attempt.delivery);
  // Its endpoint was deleted, or somebody else has settled it, while it was under way.
  if (delivery?.state !== "pending") return;
  const endpointId = delivery.endpoint_id;
  const { because, status, detail } = attempt;
  const attempts = delivery.attempts + 1;
  const tried = { because, status, detail, attempts, last_at: now };

  if (because === null) {
    await updateDelivery(db, delivery.id, {
      ...tried,
      state: "delivered",
      next_at: null,
    });
    if (delivery.failing_since !== null)
      await updateEndpoint(db, endpointId, { failing_since: null });
    return;
  }
  // The owner is watching: a test that comes hours later helps nobody.
  const isTest = delivery.type === webhookTestType;
  const failingSince = delivery.failing_since ?? now;
  const isOver =
    because === "gone" ||
    isGivenUp({
      now: await safeNow(work),
      failingSince,
      createdAt: delivery.created_at,
    });
  const nextAt =
    isTest || isOver ? null : nextAttemptAt({ ...attempt, attempts, now });
  await updateDelivery(db, delivery.id, {
    ...tried,
    state: nextAt === null ? "failed" : "pending",
    next_at: nextAt,
  });
  if (isOver) {
    await updateEndpoint(db, endpointId, {
      state: "disabled",
      because: because === "gone" ? "gone" : "failing",
      failing_since: failingSince,
    });
    await noteAct(work, {
      siteId: delivery.site_id,
      by: "collector",
      action: "disable_endpoint",
      subject: endpointId,
      reason: because,
      at: now,
    });
    await failPendingDeliveries(db, endpointId, "endpoint_disabled");
  } else if (delivery.failing_since === null && !isTest) {
    await updateEndpoint(db, endpointId, { failing_since: now });
  }
}
