/** @jsxImportSource hono/jsx */
import type { PayoutReward } from "../../actions/answer-payout.ts";
import { sumMinor } from "../../domain/payees-due.ts";
import { sumsByKind } from "../../domain/sums-by-kind.ts";
import { named } from "../named.ts";
import type { View } from "../pages/view.ts";

/** One person's rewards in a run, folded up below how many they are. */
export function RunRewards(props: {
  view: View;
  rewards: PayoutReward[];
  currency: string;
}) {
  const { view, rewards, currency } = props;
  const { formats } = view;
  const w = view.words.payouts;
  const corrections = rewards.filter(({ what }) => what === "correction");
  const n = rewards.length - corrections.length;
  return (
    <details>
      <summary>
        {n === 1 ? w.one : w.count(formats.count(n))}
        {corrections.length ? (
          <small>
            {w.corrections(
              formats.count(corrections.length),
              formats.money(sumMinor(corrections), currency),
            )}
          </small>
        ) : null}
      </summary>
      <RewardList view={view} rewards={rewards} currency={currency} />
    </details>
  );
}

export function RewardList(props: {
  view: View;
  rewards: (PayoutReward & { because?: string | null })[];
  currency: string;
}) {
  const { view, rewards, currency } = props;
  const { formats, words } = view;
  const w = words.payouts;
  const rest = rewards.length - rewardsShown;
  return (
    <ul class="run-rewards">
      {rewards.slice(0, rewardsShown).map((reward) => (
        <li>
          {formats.money(reward.amountMinor, currency)} {w[reward.what]}
          {words.program.comma}
          {named(words.kinds, reward.kind)} <code>{reward.reward}</code>
          {reward.because ? (
            <small>{becauseOf(view, reward.because)}</small>
          ) : null}
        </li>
      ))}
      {rest > 0 ? <li>{w.further(formats.count(rest))}</li> : null}
    </ul>
  );
}

/** Of one person, and of what has left. */
const rewardsShown = 50;

function becauseOf({ words }: View, because: string): string {
  return named({ ...words.reasons, ...words.payouts.leftBecause }, because);
}

/** What some rewards come to, kind by kind: points owed back are seen beside the cash that they lessen. */
export function KindSums(props: {
  view: View;
  items: PayoutReward[];
  currency: string;
}) {
  const { view, items, currency } = props;
  const { words, formats } = view;
  return sumsByKind(items)
    .map(
      ({ kind, amountMinor }) =>
        `${named(words.kinds, kind)} ${formats.money(amountMinor, currency)}`,
    )
    .join(words.program.comma);
}
