import { createHmac } from "node:crypto";
import { maxTokenLifeMs } from "../protocol/limits.ts";

export interface SignOptions {
  /** The site's signing key, `sig_...`. It belongs on the server and nowhere else. */
  signingKey: string;
  /** How long the token is good for; an hour unless told, 24 hours at most. */
  expiresInSeconds?: number;
  /** The time now in epoch milliseconds, for tests. */
  now?: number;
}

const maxSeconds = maxTokenLifeMs / 1000;

/** A compact JWS, HS256, keyed with the UTF-8 bytes of the whole signing key. */
export function signToken(
  aud: "member" | "conversion",
  claims: object,
  { signingKey, expiresInSeconds = 3600, now = Date.now() }: SignOptions,
): string {
  if (!signingKey) {
    throw new TypeError(
      "Expected signingKey, the site's `sig_...` key, and got nothing. Set it from the environment.",
    );
  }
  if (!(expiresInSeconds > 0 && expiresInSeconds <= maxSeconds)) {
    throw new RangeError(
      `Expected expiresInSeconds from 1 to ${maxSeconds} (24 hours), got ${expiresInSeconds}. Sign a token for each page instead.`,
    );
  }
  const iat = Math.floor(now / 1000);
  const exp = iat + Math.floor(expiresInSeconds);
  const signed = [
    { alg: "HS256", typ: "JWT" },
    { ...claims, aud, iat, exp },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = createHmac("sha256", signingKey)
    .update(signed)
    .digest("base64url");
  return `${signed}.${signature}`;
}
