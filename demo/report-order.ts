import { setTimeout as wait } from "node:timers/promises";
import type { Order } from "./orders.ts";

export interface ReportOptions {
  collectorUrl: string;
  secretKey: string;
  fetch?: typeof fetch;
  /** Resolves after so many milliseconds. */
  pause?: (ms: number) => Promise<unknown>;
  log?: (message: string) => void;
}

const pausesMs = [500, 1_000, 2_000, 5_000, 15_000, 60_000, 300_000];

/**
 * Tells the collector of an order, from server to server, and keeps trying
 * while it is away. The same order may be told any number of times: it counts
 * once. Never rejects, so that nobody has to wait for it; answers whether the
 * collector took it.
 */
export async function reportOrder(
  order: Order,
  visitor: string | null,
  options: ReportOptions,
): Promise<boolean> {
  const { pause = patiently, log = console.error } = options;
  let told = order;
  let problem = "";
  for (const ms of [...pausesMs, null]) {
    let outcome = await post(told, visitor, options);
    if (!outcome.taken && outcome.typed) {
      told = { ...told, ...outcome.typed };
      outcome = await post(told, visitor, options);
    }
    if (outcome.taken) return true;
    problem = outcome.problem;
    if (!outcome.again || ms === null) break;
    await pause(ms);
  }
  log(`Order ${order.id} was not reported to the collector: ${problem}`);
  return false;
}

async function post(
  order: Order,
  visitor: string | null,
  options: ReportOptions,
) {
  const { collectorUrl, secretKey, fetch: send = fetch } = options;
  try {
    const answer = await send(`${collectorUrl}/v1/conversions`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${secretKey}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(conversionOf(order, visitor)),
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.ok) return { taken: true as const };
    const text = await answer.text();
    return {
      taken: false as const,
      again: answer.status === 429 || answer.status >= 500,
      typed: answer.status === 400 ? withoutMistyped(text) : null,
      problem: `${answer.status} ${text}`,
    };
  } catch (error) {
    return {
      taken: false as const,
      again: true,
      typed: null,
      problem: String(error),
    };
  }
}

/** The order without what the customer mistyped: a bad mail or code must not lose it. `null` where something else is wrong. */
function withoutMistyped(
  problem: string,
): Partial<Pick<Order, "email" | "code">> | null {
  const isBad = (path: string) => problem.includes(`"path":"${path}"`);
  const without = {
    ...(isBad("customer.email") ? { email: "" } : {}),
    ...(isBad("code") ? { code: null } : {}),
  };
  return Object.keys(without).length ? without : null;
}

function conversionOf(order: Order, visitor: string | null) {
  return {
    type: "sale",
    orderId: order.id,
    amountMinor: order.amountYen,
    currency: "JPY",
    grossProfitMinor: order.grossProfitYen,
    customer: {
      id: order.customerId,
      ...(order.email ? { email: order.email } : {}),
      existing: order.existing,
    },
    ...(order.code ? { code: order.code } : {}),
    ...(visitor ? { visitor } : {}),
    occurredAt: order.placedAt,
  };
}

/** Waits without keeping the process alive. */
function patiently(ms: number): Promise<unknown> {
  return wait(ms, undefined, { ref: false });
}
