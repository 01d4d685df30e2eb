import { rewardKinds } from "../../domain/program.ts";

/** Those of a form's kinds of reward that there are; `null` for all. */
export function kindsOf(chosen: readonly string[]): string[] | null {
  const kinds = rewardKinds.filter((kind) => chosen.includes(kind));
  return kinds.length === 0 || kinds.length === rewardKinds.length
    ? null
    : kinds;
}
