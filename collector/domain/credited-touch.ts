import type { Program } from "./program.ts";
import type { Reason } from "./reason.ts";

/** A touch whose code belongs to a member. `at` is epoch milliseconds. */
export interface Candidate {
  memberId: string;
  code: string;
  at: number;
}

export interface Credited {
  credited: Candidate;
  by: "code" | "link";
  because: null;
}

export type Credit = Credited | { credited: null; because: Reason };

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Which one touch a conversion is credited to: money follows a single deterministic rule.
 *
 * A code typed (or stated by the shop's server) beats every link, and is refused outright where it is the
 * friend's own. An own link is skipped in favour of somebody else's. A code that nobody has falls back to links.
 * The order and repetition of `touches` do not matter; a touch exactly `windowDays` old still counts.
 */
export function creditedTouch(input: {
  rules: Program["attribution"];
  occurredAt: number;
  typed: Candidate | null;
  touches: readonly Candidate[];
  /** `memberIds`: every member that is the same person as the friend. */
  friend: { memberIds: readonly string[]; existing: boolean };
  /** A code was given that no member has. */
  unknownCode: boolean;
}): Credit {
  const { rules, typed, friend } = input;
  const found = typed ?? linkTouch(input);

  if (typeof found === "string") {
    const nothingElse = found === "no_touch" || found === "window_closed";
    return refused(input.unknownCode && nothingElse ? "unknown_code" : found);
  }
  if (friend.memberIds.includes(found.memberId))
    return refused("self_referral");
  if (friend.existing && rules.newCustomersOnly) {
    return refused("existing_customer");
  }
  return { credited: found, by: typed ? "code" : "link", because: null };
}

function linkTouch({
  rules,
  occurredAt,
  touches,
  friend,
}: Parameters<typeof creditedTouch>[0]): Candidate | Reason {
  const before = touches.filter((touch) => touch.at <= occurredAt);
  if (before.length === 0) return "no_touch";

  const opensAt = occurredAt - rules.windowDays * dayMs;
  const inWindow = before.filter((touch) => touch.at >= opensAt);
  if (inWindow.length === 0) return "window_closed";

  const inOrder = inWindow
    .filter((touch) => !friend.memberIds.includes(touch.memberId))
    .sort(byTime);
  return inOrder.at(rules.credit === "first" ? 0 : -1) ?? "self_referral";
}

/** By time; two touches of one instant by code, so that the answer never depends on the order of arrival. */
function byTime(a: Candidate, b: Candidate): number {
  return (
    a.at - b.at ||
    compareText(a.code, b.code) ||
    compareText(a.memberId, b.memberId)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function refused(because: Reason): Credit {
  return { credited: null, because };
}
