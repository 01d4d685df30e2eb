/** The fields that messages are made of: every bound of the wire stands here once. */
import { z } from "zod";
import {
  idPattern,
  maxAmountMinor,
  maxEmailLength,
  maxIdLength,
  maxUrlLength,
  minAmountMinor,
  visitorPattern,
} from "../../../sdk/protocol/limits.ts";
import { isPublicName } from "../../domain/is-public-name.ts";
import { isCurrency } from "../../domain/money.ts";
import { expectation } from "../expectation.ts";

/** The message of a field whatever is wrong with it, so that it always names the whole expectation. */
export function says(what: string) {
  return {
    error: (issue: { input?: unknown }) => expectation(what, issue.input),
  };
}

/** Text that every database and every log can keep: no NUL, no half of a surrogate pair. */
export function text({ min = 1, max = maxIdLength } = {}) {
  const what = says(
    `well-formed text of ${min} to ${max} characters without NUL`,
  );
  return z.string(what).min(min, what).max(max, what).refine(isPlain, what);
}

function isPlain(value: string): boolean {
  return !value.includes("\0") && value.isWellFormed();
}

export function matching(pattern: RegExp, what: string) {
  return z.string(says(what)).regex(pattern, says(what));
}

export function whole(min: number, max: number, of = "") {
  const what = says(`a whole number${of} from ${min} to ${max}`);
  return z.int(what).min(min, what).max(max, what);
}

export const eventId = matching(
  idPattern,
  "an id of 16 to 40 of 0-9, A-Z, a-z, _ and -",
);

export const visitorId = matching(
  visitorPattern,
  "an id of 1 to 64 of 0-9, A-Z, a-z, _ and -",
);

export const amountMinor = whole(
  minAmountMinor,
  maxAmountMinor,
  " of minor units",
);

/** An amount that may be nothing: a gross profit, a value. */
export const amountOrZero = whole(0, maxAmountMinor, " of minor units");

export const currency = z
  .string(says('an ISO 4217 currency such as "JPY"'))
  .refine(isCurrency, says('an ISO 4217 currency such as "JPY"'));

export const basisPoints = whole(0, 10_000, " of basis points");

const emailWords = says(
  `a mail address of at most ${maxEmailLength} characters`,
);
/** Blanks around it, as a form or a copy brings them, are not part of it. */
export const email = z
  .string(emailWords)
  .trim()
  .max(maxEmailLength, emailWords)
  .regex(/^[^\s@\0]+@[^\s@\0]+$/, emailWords)
  .refine(isPlain, emailWords);

const publicNameWords = says(
  "a name of 1 to 40 characters, without control characters or an address",
);
/** What friends are shown of a member; blanks around it are not part of it. */
export const publicName = z
  .string(publicNameWords)
  .trim()
  .min(1, publicNameWords)
  .max(40, publicNameWords)
  .refine((name) => isPlain(name) && isPublicName(name), publicNameWords);

export const publicNameOrNull = z.union(
  [publicName, z.null()],
  says(
    "a name of 1 to 40 characters, without control characters or an address, or null",
  ),
);

/** What a member is to the shop: the programmes' audiences. */
export const memberKind = z.enum(["customer", "partner", "employee"]);

/** Epoch milliseconds within what a Date can hold; whether the time is sensible is asked where "now" is known. */
export const instant = whole(
  0,
  8_640_000_000_000_000,
  " of epoch milliseconds",
);

/** A code as somebody typed, pasted or linked it: normalised later, so anything short goes. */
export const typedCode = text({ max: 100 });

const urlWords = says("an address that starts with https:// or http://");
export const webUrl = z
  .string(urlWords)
  .max(maxUrlLength, urlWords)
  .refine(isWebUrl, urlWords);

function isWebUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

/** `lead`, `sale`, or the shop's own word for a later stage. */
export const stage = text({ max: 64 });

export const programId = text({ max: 64 });
