import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatReferralCookie,
  parseReferralCookie,
} from "./referral-cookie.ts";

const touch = fc.record(
  {
    code: fc.stringMatching(/^[0-9A-Z]{4,20}$/),
    at: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    click: fc.stringMatching(/^[0-9A-Za-z_-]{16,40}$/),
  },
  { requiredKeys: ["code", "at"], noNullPrototype: true },
);
const state = fc.record(
  {
    visitor: fc.option(fc.stringMatching(/^[0-9A-Za-z_-]{16,40}$/)),
    touches: fc.option(
      fc.record({ first: touch, last: touch }, { noNullPrototype: true }),
    ),
  },
  { noNullPrototype: true },
);

test("what was written is read again", () => {
  fc.assert(
    fc.property(state, (kept) => {
      expect(parseReferralCookie(formatReferralCookie(kept))).toEqual(kept);
    }),
  );
});

test("a cookie needs no escaping and fits beside others", () => {
  fc.assert(
    fc.property(state, (kept) => {
      expect(formatReferralCookie(kept)).toMatch(/^[0-9A-Za-z_.~-]{1,250}$/);
    }),
  );
});

test("anything else reads as nothing", () => {
  for (const value of ["", "1", "2.v..", "1.v.x", "1.v...", "null", "{}"]) {
    expect(parseReferralCookie(value)).toBeNull();
  }
  expect(parseReferralCookie("1.v.~~.")?.touches).toBeNull();
});
