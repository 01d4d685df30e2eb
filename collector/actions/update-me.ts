import type { Me } from "../../sdk/protocol/me.ts";
import { selectMember, updateMember } from "../storage/queries/members.ts";
import { updateReward } from "../storage/queries/rewards.ts";
import { selectRewardsOfPerson } from "../storage/queries/rewards-of-person.ts";
import { readMe, standingOf } from "./read-me.ts";
import type { Work } from "./work.ts";

/** What a member changes of their own: the name that friends may see, and which news they have read. */
export async function updateMe(
  work: Work,
  input: { memberId: string; publicName?: string | null; seen?: string[] },
): Promise<Me> {
  const { db } = work;
  if (input.publicName !== undefined)
    await updateMember(db, input.memberId, { public_name: input.publicName });
  const seen = new Set(input.seen);
  const member = seen.size ? await selectMember(db, input.memberId) : undefined;
  if (member) {
    for (const reward of await selectRewardsOfPerson(db, member.person_id)) {
      if (seen.has(reward.id))
        await updateReward(db, reward.id, {
          seen_standing: standingOf(reward),
        });
    }
  }
  return readMe(work, input);
}
