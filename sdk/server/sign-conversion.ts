import { maxAmountMinor, minAmountMinor } from "../protocol/limits.ts";
import { type SignOptions, signToken } from "./sign-token.ts";

export interface ConversionClaims {
  type: "lead" | "sale";
  /** The shop's own id of the order or enquiry: it makes the conversion count once. */
  orderId: string;
  /** Price paid, in minor units (yen; cents). A sale needs it. */
  amountMinor?: number;
  /** ISO 4217. A sale needs it. */
  currency?: string;
  /** The class of goods whose margin applies. Gross profit itself is never signed: customers can read a token. */
  marginClass?: string;
  /** The shop's own id of the customer. */
  sub?: string;
  email?: string;
  /** A code that the customer typed. */
  code?: string;
  /** The customer, where `sub` and `email` are not used. */
  customer?: { id?: string; email?: string; existing?: boolean };
}

/**
 * Signs a lead or a sale for the page that reports it, as in
 * `enishi("sale", { token })`: the collector then trusts it like the server's
 * own call.
 *
 * Throws a `TypeError` where a field is missing or wrong, and a `RangeError`
 * where the token would live longer than 24 hours.
 *
 * @example
 * const token = signConversion(
 *   { type: "sale", orderId: "1001", amountMinor: 100_000, currency: "JPY", sub: "customer-8" },
 *   { signingKey: process.env.ENISHI_SIGNING_KEY ?? "" },
 * );
 */
export function signConversion(
  claims: ConversionClaims,
  options: SignOptions,
): string {
  const { type, orderId, amountMinor, currency, marginClass } = claims;
  const { sub, email, code, customer } = claims;
  expectClaim(type === "lead" || type === "sale", "type", "lead or sale", type);
  expectClaim(
    typeof orderId === "string" && orderId !== "",
    "orderId",
    "the shop's own id of the order",
    orderId,
  );
  if (type === "sale" || amountMinor !== undefined) {
    expectClaim(
      Number.isInteger(amountMinor) &&
        Number(amountMinor) >= minAmountMinor &&
        Number(amountMinor) <= maxAmountMinor,
      "amountMinor",
      `a whole number from ${minAmountMinor} to ${maxAmountMinor}`,
      amountMinor,
    );
    expectClaim(
      /^[A-Z]{3}$/.test(currency ?? ""),
      "currency",
      "an ISO 4217 code such as JPY",
      currency,
    );
  }
  // Named one by one, so that a gross profit passed along is not published.
  return signToken(
    "conversion",
    {
      type,
      orderId,
      amountMinor,
      currency,
      marginClass,
      sub,
      email,
      code,
      customer,
    },
    options,
  );
}

function expectClaim(
  isRight: boolean,
  name: string,
  expected: string,
  got: unknown,
): void {
  if (isRight) return;
  throw new TypeError(
    `Expected ${name} to be ${expected}, got ${JSON.stringify(got)}.`,
  );
}
