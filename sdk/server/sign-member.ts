import { type SignOptions, signToken } from "./sign-token.ts";

export interface MemberClaims {
  /** The shop's own, lasting id of the person. */
  sub: string;
  email?: string;
  name?: string;
  /** `customer`, `partner` or `employee`, as the programme knows them. */
  kind?: string;
}

/**
 * Signs who is looking at the page, for `enishi("identify", { token })` or the
 * `token` attribute of an element. Without it an element can only be joined
 * anonymously.
 *
 * Throws a `TypeError` where `sub` or the key is missing, and a `RangeError`
 * where the token would live longer than 24 hours.
 *
 * @example
 * const token = signMember(
 *   { sub: "customer-7", email: "hanako@shop.example" },
 *   { signingKey: process.env.ENISHI_SIGNING_KEY ?? "" },
 * );
 * // <enishi-share token="..."></enishi-share>
 */
export function signMember(claims: MemberClaims, options: SignOptions): string {
  const { sub, email, name, kind } = claims;
  if (!sub) {
    throw new TypeError(
      `Expected sub, the shop's own id of the person, got ${JSON.stringify(sub)}.`,
    );
  }
  return signToken("member", { sub, email, name, kind }, options);
}
