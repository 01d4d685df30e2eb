import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/** What the Node server hands over with a request; absent where a test calls the app directly. */
export interface NodeBindings {
  incoming?: IncomingMessage;
}

/**
 * The address that a request came from: the socket's, or, behind `trustedProxies`
 * proxies, what the outermost of those wrote into `X-Forwarded-For`. What stands
 * left of that entry was written by the caller and is not believed.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies === 0 || !forwardedFor) return socketAddress;
  const hops = forwardedFor.split(",").map((hop) => hop.trim());
  return hops[Math.max(0, hops.length - trustedProxies)] ?? socketAddress;
}

/** Only for the life of this process: nothing kept under it can be led back to an address afterwards. */
const processKey = randomBytes(32);

/** What limits are counted under, instead of the address. An IPv6 customer has a whole /64. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return createHmac("sha256", processKey)
    .update(isIPv6(plain) ? network(plain) : plain)
    .digest("base64url")
    .slice(0, 22);
}

/** The first four groups, with `::` written out. */
function network(address: string): string {
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(0, zeros)).fill("0"), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

export function isLoopback(address: string): boolean {
  return /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/i.test(address);
}
