import { createHmac, timingSafeEqual } from "node:crypto";
import { maxTokenLifeMs } from "../../sdk/protocol/limits.ts";

/** Longest token that is looked at, in characters. */
export const maxTokenLength = 8_192;

/** A shop's clock may be so much ahead when it signs for the full 24 hours. */
const clockToleranceMs = 60_000;

/** A token signed later than so far ahead of us was not signed now. */
const maxAheadMs = 5 * 60_000;

export type Verified =
  | { claims: Record<string, unknown>; because: null }
  | { claims: null; because: string; fault: TokenFault };

/** What is wrong with a token, as far as the owner can mend it: the key, the clock of the server that signs, or its making. */
export type TokenFault = "signature" | "clock" | "expired" | "form";

/**
 * Reads a compact JWS that the shop signed with its signing key: HS256 and
 * nothing else, `iat` and `exp` required, `exp` not passed and at most 24 hours
 * ahead, `aud` exactly the one asked for. Answers the reason where it is refused.
 */
export function verifySignedToken(
  token: string,
  {
    keys,
    audience,
    now,
  }: {
    /** Any of them will do: while a key is changed, the one before still holds. */
    keys: readonly string[];
    audience: "member" | "conversion";
    now: number;
  },
): Verified {
  const refused = (because: string, fault: TokenFault = "form"): Verified => ({
    claims: null,
    because,
    fault,
  });
  if (token.length > maxTokenLength)
    return refused(
      `Expected a token of at most ${maxTokenLength} characters and got ${token.length}.`,
    );
  const [head = "", body = "", signature = "", ...rest] = token.split(".");
  const header = decoded(head);
  if (!header || rest.length)
    return refused("Expected a compact JWS of three parts, signed by HS256.");
  if (header.alg !== "HS256" || "crit" in header)
    return refused(
      'Expected a token signed by HS256: `{ "alg": "HS256" }` and no "crit".',
    );
  if (!keys.some((key) => isSignedBy(key, `${head}.${body}`, signature)))
    return refused(
      "The signature does not fit: sign with this site's whole signing key, sig_ included.",
      "signature",
    );
  const claims = decoded(body);
  if (!claims) return refused("Expected the token's payload to be an object.");
  if (claims.aud !== audience)
    return refused(
      `Expected a token with aud "${audience}": one made for another purpose does not pass.`,
    );
  const { iat, exp } = claims;
  if (!isInstant(iat) || !isInstant(exp))
    return refused("Expected both iat and exp, in seconds.");
  if (iat * 1000 > now + maxAheadMs)
    return refused(
      "Expected iat not to be in the future: set the clock of the server that signs.",
      "clock",
    );
  if (exp * 1000 <= now)
    return refused(
      "The token has expired: sign a new one for each page.",
      "expired",
    );
  if (exp * 1000 > now + maxTokenLifeMs + clockToleranceMs)
    return refused("Expected exp at most 24 hours ahead.");
  return { claims, because: null };
}

function decoded(part: string): Record<string, unknown> | null {
  const bytes = bytesOf(part);
  if (!bytes) return null;
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function isSignedBy(key: string, text: string, signature: string): boolean {
  const expected = createHmac("sha256", key).update(text).digest();
  const given = bytesOf(signature);
  return given?.length === expected.length && timingSafeEqual(given, expected);
}

/** Node reads over padding, blanks and bits too many; here bytes have one spelling, and a token is itself alone. */
function bytesOf(part: string): Buffer | null {
  const bytes = Buffer.from(part, "base64url");
  return bytes.toString("base64url") === part ? bytes : null;
}

function isInstant(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
