/** @jsxImportSource hono/jsx */
import type { LedgerLine, OrderCase } from "../../actions/read-order.ts";
import { named } from "../named.ts";
import { Instant } from "../pages/instant.tsx";
import { RewardAmount } from "../pages/reward-amount.tsx";
import { RewardState } from "../pages/reward-state.tsx";
import type { View } from "../pages/view.ts";
import { MemberLink, type OrderView } from "./order-view.tsx";

/** The rewards of both sides, each with every line of its ledger. */
export function OrderRewards({ view, found, names }: OrderView) {
  const w = view.words.order;
  return (
    <section aria-labelledby="rewards">
      <h2 id="rewards">{w.rewards}</h2>
      {found.rewards.length === 0 ? <p class="hint">{w.noRewards}</p> : null}
      {found.rewards.map((reward) => (
        <Reward view={view} names={names} reward={reward} />
      ))}
    </section>
  );
}

type Kept = OrderCase["rewards"][number];

function Reward({
  view,
  names,
  reward,
}: Omit<OrderView, "found"> & { reward: Kept }) {
  const { words, formats } = view;
  const { compensationMinor, currency, amountMinor } = reward;
  const voiding = reward.ledger.find(({ entry }) => entry === "void");
  return (
    <article class="order" aria-labelledby={reward.id}>
      <h3 id={reward.id}>
        {words.rewards.to[reward.to]}:{" "}
        <RewardAmount
          view={view}
          reward={reward}
          voidedMinor={-(voiding?.amountMinor ?? 0)}
        />{" "}
        {named(words.kinds, reward.kind)}{" "}
        <RewardState view={view} reward={reward} />
      </h3>
      <p>
        {reward.member === null ? (
          words.rewards.notJoined
        ) : (
          <MemberLink view={view} names={names} id={reward.member} />
        )}
        {reward.because === null ? null : (
          <small>{named(words.reasons, reward.because)}</small>
        )}
        {reward.cappedBy.map((cap) => (
          <small>{named({ ...words.reasons, ...words.caps }, cap)}</small>
        ))}
        {compensationMinor === 0 ? null : (
          <small>
            {words.rewards.taken(
              formats.money(-compensationMinor, currency),
              formats.money(amountMinor, currency),
            )}
          </small>
        )}
      </p>
      <details open>
        <summary>{words.order.ledger}</summary>
        <Ledger view={view} lines={reward.ledger} currency={currency} />
      </details>
    </article>
  );
}

function Ledger(props: { view: View; lines: LedgerLine[]; currency: string }) {
  const { view, lines, currency } = props;
  const { words } = view;
  const w = words.order;
  const reasons = { ...words.reasons, ...w.causes };
  return (
    <ul class="notices">
      {lines.map(({ at, entry, amountMinor, actor, reason }) => (
        <li>
          {named(w.entries, entry)}{" "}
          {amountMinor === 0 ? null : (
            <strong>
              {amountMinor < 0 ? "−" : "+"}
              {view.formats.money(Math.abs(amountMinor), currency)}
            </strong>
          )}
          <small>
            <Instant at={at} view={view} />{" "}
            {named(words.queue.audit.actors, actor)}
            {reason === null
              ? null
              : `${words.program.comma}${named(reasons, reason)}`}
          </small>
        </li>
      ))}
    </ul>
  );
}
