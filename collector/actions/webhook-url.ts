import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { DomainError } from "../domain/domain-error.ts";
import { isLoopback, isPublicAddress } from "./public-address.ts";

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Asks the name servers; rejects where they know nothing. */
export type Resolve = (host: string) => Promise<ResolvedAddress[]>;

export const resolveByDns: Resolve = (host) => lookup(host, { all: true });

export interface WebhookNetwork {
  /** `ENISHI_WEBHOOKS_ALLOW_PRIVATE`: for tests, and for receivers in one's own network. */
  allowPrivate: boolean;
  resolve: Resolve;
}

/**
 * Throws `invalid_field` where messages must not be sent: an address of our own machine or network,
 * which the collector could reach and whoever named it could not, or one that others could listen to.
 * A name is resolved once here, to say so early, and again at every connection, which is what protects.
 */
export async function refuseWebhookUrl(
  text: string,
  { allowPrivate, resolve }: WebhookNetwork,
): Promise<void> {
  const message =
    whyNot(text, { allowPrivate }) ??
    (allowPrivate ? null : await whyNotResolved(text, resolve));
  if (message)
    throw new DomainError("invalid_field", message, [{ path: "url", message }]);
}

/** What is wrong with an address by its looks alone, or `null`. */
export function whyNot(
  text: string,
  { allowPrivate }: { allowPrivate: boolean },
): string | null {
  if (!URL.canParse(text)) return "Expected an address of a receiver.";
  const url = new URL(text);
  const host = hostOf(url);
  if (url.username || url.password)
    return "Expected an address without a user name and password: check the signature instead.";
  const isPlainAllowed =
    url.protocol === "http:" && allowPrivate && isLoopback(host);
  if (url.protocol !== "https:" && !isPlainAllowed)
    return "Expected an address that starts with https://, so that nobody can read along.";
  if (allowPrivate) return null;
  const isPrivate = isIP(host) ? !isPublicAddress(host) : isLocalName(host);
  return isPrivate ? ownNetwork : null;
}

/** The host as the name servers and sockets take it. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

const ownNetwork =
  "Expected an address on the internet, and got one of this machine or network. Set ENISHI_WEBHOOKS_ALLOW_PRIVATE=1 where that is wanted.";

function isLocalName(host: string): boolean {
  return isLoopback(host) || /\.(local|internal|home\.arpa)$/.test(host);
}

async function whyNotResolved(
  text: string,
  resolve: Resolve,
): Promise<string | null> {
  const host = hostOf(new URL(text));
  if (isIP(host)) return null;
  // A name that is not known yet may be soon; until then deliveries say so.
  const found = await resolve(host).catch(() => []);
  return found.every(({ address }) => isPublicAddress(address))
    ? null
    : ownNetwork;
}
