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
  return withoutPort(
    hops[Math.max(0, hops.length - trustedProxies)] ?? socketAddress,
  );
}

/** Some proxies write `1.2.3.4:40000` and `[2001:db8::1]:40000`: the port is another with every connection. */
function withoutPort(hop: string): string {
  const found = /^\[([^\]]*)\](?::\d*)?$|^([\d.]+):\d*$/.exec(hop);
  return found?.[1] ?? found?.[2] ?? hop;
}

/** Only for the life of this process: nothing kept under it can be led back to an address afterwards. */
const processKey = randomBytes(32);

/** What limits are counted under, instead of the address. An IPv6 customer has a whole /64. */
export function addressKey(address: string): string {
  // As Node writes IPv4 where it listens for both.
  const plain = address.replace(/^(::|(0+:){5})ffff:(?=\d+\.)/i, "");
  return createHmac("sha256", processKey)
    .update(isIPv6(plain) ? network(plain) : plain)
    .digest("base64url")
    .slice(0, 22);
}

/** The first four groups, with `::` written out; of an IPv4 address written as IPv6 that address. */
function network(address: string): string {
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [
    ...before,
    ...Array<string>(Math.max(0, zeros)).fill("0"),
    ...after,
  ].map((group) => Number.parseInt(group, 16));
  const [high = 0, low = 0] = groups.slice(6);
  if (groups.slice(0, 6).join(":") === "0:0:0:0:0:65535")
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":");
}

export function isLoopback(address: string): boolean {
  return /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/i.test(address);
}
