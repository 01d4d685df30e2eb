import { BlockList, isIP, isIPv4 } from "node:net";

/** IPv4 that is nobody's on the internet: IANA's special-purpose registry, and a cloud's metadata service. */
const special: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  // Azure's, on a public address.
  ["168.63.129.16", 32],
];

/** The part of IPv6 that is handed out; what embeds an IPv4 address, or is otherwise special, lies outside or below. */
const handedOut: [string, number] = ["2000::", 3];
const specialIPv6: [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const refusedIPv4 = listOf("ipv4", special);
const grantedIPv6 = listOf("ipv6", [handedOut]);
const refusedIPv6 = listOf("ipv6", specialIPv6);
const loopback = listOf("ipv4", [["127.0.0.0", 8]]);

/** Whether an IP address belongs to some machine on the internet, and not to our own network or machine. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !refusedIPv4.check(address, "ipv4");
  return (
    isIP(address) === 6 &&
    grantedIPv6.check(address, "ipv6") &&
    !refusedIPv6.check(address, "ipv6")
  );
}

/** Whether a host, by name or address, is this machine. */
export function isLoopback(host: string): boolean {
  if (isIPv4(host)) return loopback.check(host, "ipv4");
  return host === "::1" || host === "localhost" || host.endsWith(".localhost");
}

function listOf(
  family: "ipv4" | "ipv6",
  subnets: [string, number][],
): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets)
    list.addSubnet(network, prefix, family);
  return list;
}
