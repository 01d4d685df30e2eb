import type { Caller } from "./caller.ts";
import { addressKey, clientAddress } from "./client-address.ts";
import type { Collector } from "./collector.ts";
import { Refusal } from "./refusal.ts";

/** Throws `rate_limited` where an address calls too often. */
export function countCall(collector: Collector, c: Caller): void {
  const { settings, limit, reading } = collector;
  if (settings.rateLimit === 0) return;
  const waitSeconds = limit.take(callerKey(collector, c), reading.now());
  if (waitSeconds > 0)
    throw tooMany(`${settings.rateLimit} calls a minute from one address`, {
      waitSeconds,
    });
}

/** Throws `rate_limited` where a site is called too often, by whomever. */
export function countCallOf(
  { settings, siteLimit, reading }: Collector,
  { id }: { id: string },
): void {
  const waitSeconds = siteLimit.take(id, reading.now());
  if (waitSeconds > 0)
    throw tooMany(`${settings.siteRateLimit} calls a minute for one site`, {
      waitSeconds,
    });
}

function tooMany(
  expected: string,
  { waitSeconds }: { waitSeconds: number },
): Refusal {
  return new Refusal(
    "rate_limited",
    `Expected at most ${expected}. Wait for ${waitSeconds} s.`,
    { headers: { "Retry-After": String(waitSeconds) } },
  );
}

/** One connection is one caller, unless a proxy carries many over it. */
const keyOfSocket = new WeakMap<object, string>();
let hasWarned = false;

function callerKey({ settings, log }: Collector, c: Caller): string {
  const socket = c.env?.incoming?.socket;
  const forwarded = c.req.header("x-forwarded-for");
  const { trustedProxies } = settings;
  if (forwarded !== undefined && trustedProxies === 0 && !hasWarned) {
    hasWarned = true;
    log.warn(
      {},
      "X-Forwarded-For came, but ENISHI_TRUST_PROXY is 0: every visitor behind the proxy counts as one address. Set it to the number of your proxies.",
    );
  }
  const known = socket && trustedProxies === 0 && keyOfSocket.get(socket);
  if (known) return known;
  const key = addressKey(
    clientAddress(socket?.remoteAddress ?? "", forwarded, trustedProxies),
  );
  if (socket && trustedProxies === 0) keyOfSocket.set(socket, key);
  return key;
}
