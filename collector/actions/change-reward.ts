import { conflict } from "../domain/conflict.ts";
import { nextState, type RewardAct } from "../domain/reward-state.ts";
import { selectOpenItem } from "../storage/queries/payouts.ts";
import { selectReward } from "../storage/queries/rewards.ts";
import { answerReward, type RewardAnswer } from "./answer-reward.ts";
import { confirmDue } from "./confirm-due.ts";
import { found } from "./found.ts";
import { postEntry } from "./post-entry.ts";
import type { Work } from "./work.ts";

interface Change {
  siteId: string;
  reward: string;
  by: string;
}

/**
 * `pending` to `confirmed`, before its time if the owner wants. Repeating it changes nothing.
 * Where it needs a gift code and there is none, it waits for that alone from now on.
 */
export function confirmReward(work: Work, change: Change) {
  return act(work, change, "confirm", null);
}

/** `confirmed` to `paid`: from here on it is only compensated. Repeating it changes nothing. */
export function payReward(work: Work, change: Change) {
  return act(work, change, "pay", null);
}

/** Takes a reward back before it is paid, and says why. Repeating it changes nothing. */
export function voidReward(work: Work, change: Change & { reason: string }) {
  return act(work, change, "void", change.reason);
}

const results = { confirm: "confirmed", pay: "paid", void: "void" } as const;

async function act(
  work: Work,
  { siteId, reward: id, by }: Change,
  what: RewardAct,
  reason: string | null,
): Promise<RewardAnswer> {
  const reward = found(await selectReward(work.db, siteId, id), {
    expected: 'the id of a reward ("rwd_...")',
    id,
  });
  if (reward.state === results[what]) return answerReward(reward);
  const next = nextState(reward.state, what);
  if (!next)
    throw conflict(
      `reward_${reward.state}`,
      `A reward that is ${reward.state} cannot become ${results[what]}.`,
    );
  if (what === "confirm" && reward.because === "unverified")
    throw conflict(
      "reward_unverified",
      "Only a browser has reported this order. Verify the order first; its reward then follows.",
    );
  if (what === "pay" && (await selectOpenItem(work.db, id)))
    throw conflict(
      "reward_in_payout",
      "This reward is in an open payout run, and would be paid twice. Pay the run, or cancel it.",
    );
  if (what === "confirm") await confirmDue(work, reward, { actor: by, reason });
  else
    await postEntry(work, reward, {
      entry: what,
      amountMinor: what === "void" ? -reward.amount_minor : 0,
      cause: "once",
      actor: by,
      reason,
      becomes: {
        state: next,
        because: null,
        ...(what === "void" ? { amount_minor: 0 } : {}),
      },
    });
  const changed = await selectReward(work.db, siteId, id);
  return answerReward(changed ?? reward);
}
