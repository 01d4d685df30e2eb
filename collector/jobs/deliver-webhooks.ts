import { setTimeout as wait } from "node:timers/promises";
import type { Attempt } from "../actions/settle-delivery.ts";
import type { TakenDelivery } from "../actions/take-deliveries.ts";
import { retryAfterMs } from "./retry-after.ts";
import {
  type Send,
  SendFailure,
  type WebhookResponse,
} from "./send-webhook.ts";
import { signWebhook } from "./sign-webhook.ts";

/** Requests to one endpoint at a time: a receiver is somebody's small server. */
const perEndpoint = 4;

/** As much of an answer as the log keeps. */
const maxDetail = 500;

/** Where deliveries come from, and where what came of them goes. */
export interface Outbox {
  /** The endpoints for which something is due. */
  due(): Promise<string[]>;
  /** Takes some of what is due for one endpoint; nothing once nothing is. */
  take(endpoint: string): Promise<TakenDelivery[]>;
  settle(attempt: Attempt): Promise<void>;
  /** Makes due again at once what was taken, and will not be sent. */
  giveBack(deliveries: string[]): Promise<void>;
}

export interface Deliverer {
  /** Starts to work off every endpoint for which something is due, and waits for none of them. */
  run(): Promise<{ more: boolean }>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Begins nothing more, gives back what was not begun, and waits for the rest, but not longer than that. */
  stop(limitMs: number): Promise<void>;
}

/** Sends what is in the outbox, each endpoint by itself, so that a slow one keeps nobody waiting. */
export function deliverWebhooks(
  outbox: Outbox,
  needs: {
    send: Send;
    now(): number;
    /** From 0 to 1. */
    chance(): number;
    onError(error: unknown): void;
  },
): Deliverer {
  const lanes = new Map<string, Promise<void>>();
  const notBegun = new Set<TakenDelivery[]>();
  let isStopping = false;
  /** Whoever was to hear what came of it is gone. */
  let isOver = false;

  async function workOff(endpoint: string): Promise<void> {
    while (!isStopping) {
      const taken = await outbox.take(endpoint);
      if (!taken.length) return;
      if (isStopping) return giveBack(taken);
      notBegun.add(taken);
      const attemptNext = async () => {
        for (let next = taken.shift(); next; next = taken.shift())
          await outbox.settle(await attempt(next));
      };
      await Promise.all(
        Array.from({ length: perEndpoint }, attemptNext),
      ).finally(() => notBegun.delete(taken));
    }
  }

  async function giveBack(taken: TakenDelivery[]): Promise<void> {
    const ids = taken.splice(0).map(({ id }) => id);
    if (ids.length) await outbox.giveBack(ids).catch(onError);
  }

  async function attempt(delivery: TakenDelivery): Promise<Attempt> {
    const { id, url, payload } = delivery;
    const now = needs.now();
    const base = { delivery: id, chance: needs.chance() };
    try {
      const response = await needs.send({
        url,
        headers: {
          "Content-Type": "application/json",
          "User-Agent": "Enishi-Webhooks",
          ...signWebhook({ ...delivery, now }),
        },
        body: payload,
      });
      return {
        ...base,
        because: failureBy(response.status),
        status: response.status,
        detail: kept(response.answer),
        retryAfterMs: retryAfterMs(response.retryAfter, needs.now()),
      };
    } catch (error) {
      const { because, message } =
        error instanceof SendFailure
          ? error
          : new SendFailure("unreachable", String(error));
      const detail = kept(message);
      return { ...base, because, status: null, detail, retryAfterMs: null };
    }
  }

  function onError(error: unknown): void {
    if (!isOver) needs.onError(error);
  }

  const idle = async () => {
    await Promise.all(lanes.values());
  };

  return {
    async run() {
      for (const endpoint of isStopping ? [] : await outbox.due()) {
        if (isStopping || lanes.has(endpoint)) continue;
        const lane = workOff(endpoint)
          .catch(onError)
          .finally(() => lanes.delete(endpoint));
        lanes.set(endpoint, lane);
      }
      return { more: false };
    },
    idle,
    async stop(limitMs) {
      isStopping = true;
      const ended = Promise.all([idle(), ...[...notBegun].map(giveBack)]);
      await Promise.race([ended, wait(limitMs, undefined, { ref: false })]);
      isOver = true;
    },
  };
}

/** Why a status is a failure, or `null` where the message was taken. */
function failureBy(status: WebhookResponse["status"]): Attempt["because"] {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return "gone";
  return status >= 300 && status < 400 ? "redirected" : "refused";
}

/** Text that every database keeps. */
function kept(text: string): string | null {
  const plain = text.replaceAll("\0", "").slice(0, maxDetail).toWellFormed();
  return plain.trim() || null;
}
