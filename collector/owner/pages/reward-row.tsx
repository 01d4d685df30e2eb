/** @jsxImportSource hono/jsx */
import type { RewardAnswer } from "../../actions/answer-reward.ts";
import type { MemberName } from "../../actions/member-names.ts";
import { may } from "../../domain/reward-state.ts";
import { Choose } from "../bulk/bulk-bar.tsx";
import { named } from "../named.ts";
import { Instant } from "./instant.tsx";
import { RewardActs } from "./reward-acts.tsx";
import { RewardAmount } from "./reward-amount.tsx";
import { RewardStanding } from "./reward-standing.tsx";
import type { View } from "./view.ts";

/** One reward: whom it is for, how it stands, and what can be done. */
export function RewardRow(props: {
  view: View;
  reward: RewardAnswer;
  name: MemberName | undefined;
  voidedMinor: number | undefined;
  now: number;
}) {
  const { view, reward, name, voidedMinor, now } = props;
  const { words, formats } = view;
  const w = words.rewards;
  return (
    <tr>
      <td data-label={w.when}>
        {may(reward.state, "pay") || may(reward.state, "void") ? (
          <Choose
            view={view}
            id={reward.id}
            label={words.queue.choose(
              `${formats.money(reward.amountMinor, reward.currency)} ${formats.instant(reward.createdAt)}`,
            )}
          />
        ) : null}
        <Instant at={reward.createdAt} view={view} />
      </td>
      <td data-label={w.who}>
        <Who view={view} reward={reward} name={name} />
      </td>
      <td data-label={w.what}>
        <RewardAmount view={view} reward={reward} voidedMinor={voidedMinor} />{" "}
        {named(words.kinds, reward.kind)}
        <small>
          <a href={`/owner/orders/${encodeURIComponent(reward.conversion)}`}>
            {w.forStep(named(words.steps, reward.on))}
          </a>
        </small>
        {reward.cappedBy.map((cap) => (
          <small>{named(words.caps, cap)}</small>
        ))}
        {reward.overflow ? (
          <small>
            {words.overflow[reward.overflow.kind](
              reward.overflow.name,
              formats.money(reward.overflow.valueMinor, reward.currency),
            )}
          </small>
        ) : null}
      </td>
      <td data-label={w.state}>
        <RewardStanding view={view} reward={reward} now={now} />
      </td>
      <td data-label={w.act}>
        <RewardActs view={view} reward={reward} now={now} />
      </td>
    </tr>
  );
}

function Who(props: {
  view: View;
  reward: RewardAnswer;
  name: MemberName | undefined;
}) {
  const { view, reward, name } = props;
  const w = view.words.rewards;
  const who = w.to[reward.to];
  if (reward.member !== null) {
    const { externalId = null } = name ?? {};
    const called = name?.name ?? externalId;
    return (
      <>
        <a href={`/owner/members/${encodeURIComponent(reward.member)}`}>
          {called ?? view.words.members.noId}
        </a>
        {externalId !== null && externalId !== called ? (
          <small>{externalId}</small>
        ) : null}
        <small>{who}</small>
      </>
    );
  }
  return (
    <>
      {who}
      <small>{w.notJoined}</small>
    </>
  );
}
