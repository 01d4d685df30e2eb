import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCouponSite } from "./coupon-sites.ts";
import { isDisposableMail } from "./disposable-mail.ts";
import type { FraudFacts } from "./fraud-rules.ts";
import { fraudVerdict, holdScore } from "./fraud-verdict.ts";
import { mailboxOf } from "./mailbox-of.ts";

const hourMs = 3_600_000;

/** An honest friend: clicked yesterday, bought today. */
const honest: FraudFacts = {
  by: "link",
  touchAt: 0,
  isTouchDoubted: false,
  hasChargedBack: false,
  occurredAt: 24 * hourMs,
  memberSince: -hourMs,
  mail: { isDisposable: false, isReferrers: false, otherFriends: 0 },
  browser: { isReferrers: false, otherFriends: 0 },
  friends: { inHour: 1, inDay: 1 },
  sources: ["line.me"],
  isNewnessAnswered: true,
};

describe("a verdict", () => {
  test("of an honest order is empty", () => {
    expect(fraudVerdict(honest)).toEqual({
      score: 0,
      held: false,
      reasons: [],
    });
  });

  test.each<[string, Partial<FraudFacts>, string, number]>([
    [
      "the referrer's mailbox with a tag",
      { mail: { ...honest.mail, isReferrers: true } },
      "same_mailbox",
      60,
    ],
    [
      "another friend's mailbox",
      { mail: { ...honest.mail, otherFriends: 1 } },
      "same_mailbox",
      60,
    ],
    [
      "a throw-away mail",
      { mail: { ...honest.mail, isDisposable: true } },
      "disposable_mail",
      60,
    ],
    ["a coupon site", { sources: ["www.retailmenot.com"] }, "coupon_site", 60],
    [
      "four friends in one browser",
      { browser: { isReferrers: false, otherFriends: 3 } },
      "shared_browser",
      60,
    ],
    [
      "an earlier order that was charged back",
      { by: "earlier", hasChargedBack: true },
      "charged_back",
      60,
    ],
    [
      "three hundred friends in an hour",
      { friends: { inHour: 300, inDay: 300 } },
      "velocity",
      60,
    ],
  ])("holds for %s", (_, facts, code, points) => {
    expect(fraudVerdict({ ...honest, ...facts })).toMatchObject({
      score: points,
      held: true,
      reasons: [{ code, points }],
    });
  });

  test.each<[string, Partial<FraudFacts>, string, number]>([
    [
      "a browser of the referrer's household",
      { browser: { isReferrers: true, otherFriends: 0 } },
      "shared_browser",
      30,
    ],
    [
      "two of one household",
      { browser: { isReferrers: false, otherFriends: 1 } },
      "shared_browser",
      20,
    ],
    [
      "ten friends in an hour",
      { friends: { inHour: 10, inDay: 10 } },
      "velocity",
      15,
    ],
    [
      "thirty friends in an hour",
      { friends: { inHour: 30, inDay: 30 } },
      "velocity",
      25,
    ],
    [
      "thirty friends in a day",
      { friends: { inHour: 1, inDay: 30 } },
      "velocity",
      15,
    ],
    [
      "an order within seconds of the click",
      { touchAt: 24 * hourMs - 1_000 },
      "impossible_timing",
      20,
    ],
    [
      "an order before the click",
      { touchAt: 25 * hourMs },
      "impossible_timing",
      20,
    ],
    [
      "a click from before the code was made",
      { by: "code", isTouchDoubted: true },
      "impossible_timing",
      20,
    ],
    [
      "an order before the referrer joined",
      { by: "code", memberSince: 25 * hourMs },
      "impossible_timing",
      20,
    ],
    [
      "a question nobody answered",
      { isNewnessAnswered: false },
      "newness_unanswered",
      10,
    ],
  ])("notes, but does not hold for %s", (_, facts, code, points) => {
    expect(fraudVerdict({ ...honest, ...facts })).toMatchObject({
      score: points,
      held: false,
      reasons: [{ code, points }],
    });
  });

  test("does not hold an office's busy day: weak signs never do it together", () => {
    const verdict = fraudVerdict({
      ...honest,
      touchAt: honest.occurredAt,
      friends: { inHour: 299, inDay: 300 },
      isNewnessAnswered: false,
    });
    expect(verdict).toMatchObject({ score: 55, held: false });
  });

  test("takes a code typed at once, and later orders, as they come", () => {
    const at = honest.occurredAt;
    for (const by of ["code", "earlier"] as const)
      expect(fraudVerdict({ ...honest, by, touchAt: at }).score).toBe(0);
  });

  const facts = fc.record({
    by: fc.constantFrom("code", "link", "earlier"),
    touchAt: fc.integer({ min: 0, max: 1e6 }),
    isTouchDoubted: fc.boolean(),
    hasChargedBack: fc.boolean(),
    occurredAt: fc.integer({ min: 0, max: 1e6 }),
    memberSince: fc.integer({ min: 0, max: 1e6 }),
    mail: fc.record({
      isDisposable: fc.boolean(),
      isReferrers: fc.boolean(),
      otherFriends: fc.nat(5),
    }),
    browser: fc.record({ isReferrers: fc.boolean(), otherFriends: fc.nat(5) }),
    friends: fc.record({ inHour: fc.nat(400), inDay: fc.nat(400) }),
    sources: fc.array(fc.constantFrom("line.me", "coupons.com")),
    isNewnessAnswered: fc.boolean(),
  });

  test("scores 0 to 100, holds exactly from the threshold, and gives each reason once", () => {
    fc.assert(
      fc.property(facts, (some) => {
        const { score, held, reasons } = fraudVerdict(some);
        const sum = reasons.reduce((total, { points }) => total + points, 0);
        const codes = reasons.map(({ code }) => code);
        expect(score).toBe(Math.min(100, sum));
        expect(held).toBe(score >= holdScore);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });

  test("never gets better by more friends, hosts or browsers", () => {
    fc.assert(
      fc.property(facts, fc.nat(400), (some, more) => {
        const { friends, browser } = some;
        const worse = fraudVerdict({
          ...some,
          friends: {
            inHour: friends.inHour + more,
            inDay: friends.inDay + more,
          },
          browser: {
            ...browser,
            otherFriends:
              browser.otherFriends + (browser.isReferrers ? 0 : more),
          },
          sources: [...some.sources, "coupons.com"],
        });
        expect(worse.score).toBeGreaterThanOrEqual(fraudVerdict(some).score);
      }),
    );
  });
});

test.each([
  ["x@mailinator.com", true],
  ["x@Sub.YOPMAIL.com", true],
  ["x@notmailinator.com", false],
  ["x@privaterelay.appleid.com", false],
  ["x@gmail.com", false],
])("the mail %s is a throw-away: %s", (email, expected) => {
  expect(isDisposableMail(email)).toBe(expected);
});

test.each([
  ["www.retailmenot.com", true],
  ["best-coupons.example", true],
  ["gutscheine.example", true],
  ["line.me", false],
  ["newsletter", false],
])("%s is a coupon site: %s", (source, expected) => {
  expect(isCouponSite(source)).toBe(expected);
});

test.each([
  ["taro+1@example.com", "taro@example.com"],
  ["Ta.Ro+shop@GoogleMail.com", "taro@gmail.com"],
  ["ta.ro@example.com", "ta.ro@example.com"],
  ["+odd@example.com", "+odd@example.com"],
])("%s reaches the mailbox %s", (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
});
