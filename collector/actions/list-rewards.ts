import type { RewardState } from "../domain/reward-state.ts";
import { selectRewards } from "../storage/queries/rewards.ts";
import { answerReward, type RewardAnswer } from "./answer-reward.ts";
import { memberNamed } from "./member-named.ts";
import { defaultPageSize, type Page, type Paging, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

export async function listRewards(
  reading: Reading,
  by: Paging & {
    state?: RewardState | undefined;
    member?: string | undefined;
    program?: string | undefined;
  },
): Promise<Page<RewardAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const member = await memberNamed(reading, by);
  if (member === undefined) return { items: [], next: null };
  const rows = await selectRewards(reading.db, by.siteId, {
    state: by.state ?? null,
    personId: member?.person_id ?? null,
    programId: by.program ?? null,
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  return pageOf(rows, limit, answerReward);
}
