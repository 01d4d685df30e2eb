export type RewardState = "pending" | "confirmed" | "paid" | "void";
export type RewardAct = "confirm" | "pay" | "void";

/** `pending -> confirmed -> paid`; `void` from the first two. What is paid is only ever compensated by new rows. */
const nextStates: Record<
  RewardState,
  Partial<Record<RewardAct, RewardState>>
> = {
  pending: { confirm: "confirmed", void: "void" },
  confirmed: { pay: "paid", void: "void" },
  paid: {},
  void: {},
};

/** The state after `act`, or `null` where it is not allowed. */
export function nextState(
  state: RewardState,
  act: RewardAct,
): RewardState | null {
  return nextStates[state][act] ?? null;
}

/** Whether `act` is allowed in `state`. Repeating an act is not: the caller decides whether a repetition is harmless. */
export function may(state: RewardState, act: RewardAct): boolean {
  return nextState(state, act) !== null;
}
