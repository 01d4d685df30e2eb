/** @jsxImportSource hono/jsx */
import type { RewardAnswer } from "../../actions/answer-reward.ts";
import { named } from "../named.ts";
import { CardTable } from "./card-table.tsx";
import { Instant } from "./instant.tsx";
import { RewardAmount } from "./reward-amount.tsx";
import { RewardStanding } from "./reward-standing.tsx";
import type { View } from "./view.ts";

/** What a member was promised. */
export function MemberRewards({
  view,
  rewards,
  voided,
}: {
  view: View;
  rewards: RewardAnswer[];
  /** What was taken back unpaid, by the reward's id. */
  voided: ReadonlyMap<string, number>;
}) {
  const { words } = view;
  const w = words.rewards;
  return (
    <CardTable heads={[w.when, w.what, w.state]}>
      {rewards.map((reward) => (
        <tr>
          <td data-label={w.when}>
            <Instant at={reward.createdAt} view={view} />
          </td>
          <td data-label={w.what}>
            <RewardAmount
              view={view}
              reward={reward}
              voidedMinor={voided.get(reward.id)}
            />{" "}
            {named(words.kinds, reward.kind)}
            <small>
              {w.to[reward.to]}
              {words.program.comma}
              <a
                href={`/owner/orders/${encodeURIComponent(reward.conversion)}`}
              >
                {w.forStep(named(words.steps, reward.on))}
              </a>
            </small>
          </td>
          <td data-label={w.state}>
            <RewardStanding view={view} reward={reward} />
          </td>
        </tr>
      ))}
    </CardTable>
  );
}
