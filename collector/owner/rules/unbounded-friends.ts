import type { Program } from "../../domain/program.ts";

/** What so many friends would cost at a lead where no budget bounds their side, in minor units; else 0. */
export function unboundedFriends(
  { steps, budgetMinor }: Program,
  friends: number,
): number {
  const lead = steps.find(({ on }) => on === "lead");
  if (!lead?.friend || budgetMinor !== null || lead.budgetMinor !== null)
    return 0;
  const { friend } = lead;
  const eachMinor =
    friend.kind === "perk" ? friend.valueMinor : (friend.fixedMinor ?? 0);
  return eachMinor * friends;
}
