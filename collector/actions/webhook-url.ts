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
  const fault =
    faultIn(text, { allowPrivate }) ??
    (allowPrivate ? null : await resolvedFault(text, resolve));
  if (!fault) return;
  const message = faults[fault];
  throw new DomainError(
    "invalid_field",
    message,
    [{ path: "url", message }],
    fault,
  );
}

/** What is wrong with an address by its looks alone, or `null`. */
export function whyNot(
  text: string,
  { allowPrivate }: { allowPrivate: boolean },
): string | null {
  const fault = faultIn(text, { allowPrivate });
  return fault && faults[fault];
}

const faults = {
  url_unreadable: "Expected an address of a receiver.",
  url_with_password:
    "Expected an address without a user name and password: check the signature instead.",
  url_not_https:
    "Expected an address that starts with https://, so that nobody can read along.",
  url_not_public:
    "Expected an address on the internet, and got one of this machine or network. Set ENISHI_WEBHOOKS_ALLOW_PRIVATE=1 where that is wanted.",
};

type Fault = keyof typeof faults;

function faultIn(
  text: string,
  { allowPrivate }: { allowPrivate: boolean },
): Fault | null {
  if (!URL.canParse(text)) return "url_unreadable";
  const url = new URL(text);
  const host = hostOf(url);
  if (url.username || url.password) return "url_with_password";
  const isPlainAllowed =
    url.protocol === "http:" && allowPrivate && isLoopback(host);
  if (url.protocol !== "https:" && !isPlainAllowed) return "url_not_https";
  if (allowPrivate) return null;
  const isPrivate = isIP(host) ? !isPublicAddress(host) : isLocalName(host);
  return isPrivate ? "url_not_public" : null;
}

/** The host as the name servers and sockets take it. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

function isLocalName(host: string): boolean {
  return isLoopback(host) || /\.(local|internal|home\.arpa)$/.test(host);
}

async function resolvedFault(
  text: string,
  resolve: Resolve,
): Promise<Fault | null> {
  const host = hostOf(new URL(text));
  if (isIP(host)) return null;
  // A name that is not known yet may be soon; until then deliveries say so.
  const found = await resolve(host).catch(() => []);
  return found.every(({ address }) => isPublicAddress(address))
    ? null
    : "url_not_public";
}
