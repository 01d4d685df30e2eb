import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, creditedTouch } from "./credited-touch.ts";

const dayMs = 24 * 60 * 60 * 1000;
const noon = 1_800_000_000_000;
const rules = {
  credit: "last",
  windowDays: 30,
  newCustomersOnly: true,
} as const;
const hanako = (daysBefore: number): Candidate => ({
  memberId: "mem_hanako",
  code: "HHHH2222",
  at: noon - daysBefore * dayMs,
});
const jiro = (daysBefore: number): Candidate => ({
  memberId: "mem_jiro",
  code: "JJJJ3333",
  at: noon - daysBefore * dayMs,
});
const credit = (change: Partial<Parameters<typeof creditedTouch>[0]>) =>
  creditedTouch({
    rules,
    occurredAt: noon,
    typed: null,
    touches: [],
    friend: { memberIds: [], existing: false },
    unknownCode: false,
    ...change,
  });
const taroIs = (...memberIds: string[]) => ({ memberIds, existing: false });

describe("links", () => {
  test("the last touch is credited by default", () => {
    expect(credit({ touches: [jiro(2), hanako(9)] })).toEqual({
      credited: jiro(2),
      by: "link",
      because: null,
    });
  });

  test("the first touch within the window is credited where the rules say so", () => {
    const touches = [jiro(2), hanako(40), hanako(9)];
    const first = { ...rules, credit: "first" } as const;
    expect(credit({ rules: first, touches }).credited).toEqual(hanako(9));
  });

  test("a touch after the conversion does not count", () => {
    expect(credit({ touches: [jiro(-1)] }).because).toBe("no_touch");
    expect(credit({ touches: [jiro(-1), hanako(1)] }).credited).toEqual(
      hanako(1),
    );
  });

  test("a touch at the very moment of the conversion counts", () => {
    expect(credit({ touches: [jiro(0)] }).credited).toEqual(jiro(0));
  });

  test("the window closes just after windowDays", () => {
    const older = { ...hanako(30), at: hanako(30).at - 1 };
    expect(credit({ touches: [hanako(30)] }).credited).toEqual(hanako(30));
    expect(credit({ touches: [older] }).because).toBe("window_closed");
  });

  test("without any touch the reason is no_touch", () => {
    expect(credit({})).toEqual({ credited: null, because: "no_touch" });
  });

  test("an own touch is skipped in favour of another member's", () => {
    const friend = taroIs("mem_jiro", "mem_taro");
    expect(credit({ touches: [jiro(1), hanako(5)], friend }).credited).toEqual(
      hanako(5),
    );
  });

  test("only own touches are a self-referral", () => {
    const friend = taroIs("mem_jiro");
    const touches = [jiro(1), hanako(31)];
    expect(credit({ touches, friend }).because).toBe("self_referral");
  });
});

describe("codes", () => {
  test("a code beats a later link", () => {
    const typed = hanako(0);
    expect(credit({ typed, touches: [jiro(0)] })).toEqual({
      credited: typed,
      by: "code",
      because: null,
    });
  });

  test("a code has no window", () => {
    expect(credit({ typed: hanako(99) }).credited).toEqual(hanako(99));
  });

  test("an own code is refused outright", () => {
    const friend = taroIs("mem_hanako");
    const answer = credit({ typed: hanako(0), touches: [jiro(1)], friend });
    expect(answer.because).toBe("self_referral");
  });

  test("an unknown code falls back to a link", () => {
    const touches = [jiro(1)];
    expect(credit({ unknownCode: true, touches })).toMatchObject({
      credited: jiro(1),
      by: "link",
    });
  });

  test.each([
    ["without a touch", []],
    ["with a closed window", [hanako(31)]],
  ])("an unknown code %s is unknown_code", (_, touches) => {
    expect(credit({ unknownCode: true, touches }).because).toBe("unknown_code");
  });

  test("an unknown code does not hide a self-referral", () => {
    const friend = taroIs("mem_jiro");
    const answer = credit({ unknownCode: true, touches: [jiro(1)], friend });
    expect(answer.because).toBe("self_referral");
  });
});

describe("existing customers", () => {
  const friend = { memberIds: ["mem_taro"], existing: true };

  test("are not credited where the programme is for new ones", () => {
    expect(credit({ touches: [jiro(1)], friend }).because).toBe(
      "existing_customer",
    );
    expect(credit({ typed: hanako(0), friend }).because).toBe(
      "existing_customer",
    );
  });

  test("are credited where it is for all", () => {
    const all = { ...rules, newCustomersOnly: false };
    expect(credit({ rules: all, touches: [jiro(1)], friend }).credited).toEqual(
      jiro(1),
    );
  });

  test("who were never referred are told so", () => {
    expect(credit({ friend }).because).toBe("no_touch");
  });

  test("with their own code are told that first", () => {
    const typed = { memberId: "mem_taro", code: "TTTT4444", at: noon };
    expect(credit({ typed, friend }).because).toBe("self_referral");
  });
});

const candidate = fc.record({
  memberId: fc.constantFrom("mem_a", "mem_b", "mem_c"),
  code: fc.constantFrom("AAAA", "BBBB"),
  at: fc.integer({ min: -3, max: 40 }).map((days) => noon - days * dayMs),
});
const situation = fc.record({
  rules: fc.record({
    credit: fc.constantFrom("first" as const, "last" as const),
    windowDays: fc.constantFrom(1, 7, 30),
    newCustomersOnly: fc.boolean(),
  }),
  occurredAt: fc.constant(noon),
  typed: fc.option(candidate),
  touches: fc.array(candidate, { maxLength: 8 }),
  friend: fc.record({
    memberIds: fc.subarray(["mem_a", "mem_b", "mem_c"]),
    existing: fc.boolean(),
  }),
  unknownCode: fc.boolean(),
});

test("order and repetition of touches never matter", () => {
  fc.assert(
    fc.property(situation, fc.infiniteStream(fc.nat()), (input, dice) => {
      const touches = [...input.touches, ...input.touches]
        .map((touch) => ({ touch, key: dice.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ touch }) => touch);
      expect(creditedTouch({ ...input, touches })).toEqual(
        creditedTouch(input),
      );
    }),
  );
});

test("nobody is ever credited with their own conversion, nor from outside the window", () => {
  fc.assert(
    fc.property(situation, (input) => {
      const answer = creditedTouch(input);
      if (!answer.credited) return;
      const ageDays = (noon - answer.credited.at) / dayMs;
      expect(input.friend.memberIds).not.toContain(answer.credited.memberId);
      if (answer.by === "link") {
        expect(ageDays).toBeGreaterThanOrEqual(0);
        expect(ageDays).toBeLessThanOrEqual(input.rules.windowDays);
      }
    }),
  );
});
