/** @jsxImportSource hono/jsx */
import type { PreviewedReward } from "../../actions/preview-rewards.ts";
import { named } from "../named.ts";
import { CardTable } from "../pages/card-table.tsx";
import type { View } from "../pages/view.ts";

/** What would become of each side's reward, and of what it has above its cap. */
export function PreviewedRewards(props: {
  view: View;
  rewards: PreviewedReward[];
}) {
  const { view, rewards } = props;
  const { words, formats } = view;
  const w = words.order.preview;
  const isChange = ({ standsMinor, afterMinor, overflow }: PreviewedReward) =>
    standsMinor !== afterMinor ||
    (overflow !== null && overflow.becomes !== "kept");
  if (!rewards.some(isChange)) return <p>{w.none}</p>;
  return (
    <CardTable heads={[words.rewards.who, words.rewards.what, w.difference]}>
      {rewards.map((reward) => (
        <tr>
          <td data-label={words.rewards.who}>{words.rewards.to[reward.to]}</td>
          <td data-label={words.rewards.what}>
            {formats.money(reward.standsMinor, reward.currency)}{" "}
            {named(words.kinds, reward.kind)}{" "}
            {reward.state === null ? (
              <span class="tag">{w.isNew}</span>
            ) : (
              <span class={`state ${reward.state}`}>
                {words.states[reward.state]}
              </span>
            )}
          </td>
          <td data-label={w.difference}>
            <Difference view={view} reward={reward} />
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

function Difference({ view, reward }: { view: View; reward: PreviewedReward }) {
  const w = view.words.order.preview;
  const { afterMinor, currency, overflow } = reward;
  const change = afterMinor - reward.standsMinor;
  const money = (minor: number) => view.formats.money(minor, currency);
  return (
    <>
      <strong>
        {change > 0 ? w.gives(money(change)) : w.takes(money(-change))}
      </strong>
      <small>{afterMinor === 0 ? w.voids : w.leaves(money(afterMinor))}</small>
      {reward.state === "paid" && change < 0 ? <small>{w.paid}</small> : null}
      {reward.hasGiftCode && change < 0 ? <small>{w.giftOut}</small> : null}
      {overflow === null ? null : (
        <small>
          {w.overflow[overflow.becomes](
            w.overflow.what[overflow.kind](
              overflow.name,
              money(overflow.valueMinor),
            ),
          )}
        </small>
      )}
    </>
  );
}
