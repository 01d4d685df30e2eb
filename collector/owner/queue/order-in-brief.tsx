/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import { holdScore } from "../../domain/fraud-verdict.ts";
import { named } from "../named.ts";
import { Instant } from "../pages/instant.tsx";
import type { View } from "../pages/view.ts";

/** The order's number, which leads to its page. */
export function OrderLink({
  order,
}: {
  order: Pick<ConversionAnswer, "id" | "orderId">;
}) {
  return (
    <a href={`/owner/orders/${encodeURIComponent(order.id)}`}>
      <code>{order.orderId}</code>
    </a>
  );
}

/** How much, when, and whose word it is: what every order shows. */
export function OrderInBrief({
  view,
  order,
}: {
  view: View;
  order: ConversionAnswer;
}) {
  const { words, formats } = view;
  const w = words.queue;
  return (
    <>
      <dt>{order.verified ? w.amount : w.claimed}</dt>
      <dd>
        <strong>
          {order.amountMinor === null || order.currency === null
            ? words.queue.noAmount
            : formats.money(order.amountMinor, order.currency)}
        </strong>
      </dd>
      <dt>{w.trust}</dt>
      <dd>{order.verified ? w.trusts.trusted : w.trusts.claim}</dd>
      <dt>{w.occurred}</dt>
      <dd>
        <Instant at={order.occurredAt} view={view} />
      </dd>
      <dt>{w.recorded}</dt>
      <dd>
        <Instant at={order.recordedAt} view={view} />
      </dd>
    </>
  );
}

/** What an order has earned; where it waits for the owner, all of it waits. */
export function EarnedRewards(props: {
  view: View;
  order: ConversionAnswer;
  label: string;
}) {
  const { view, order, label } = props;
  const { words, formats } = view;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {order.rewards.length === 0
          ? words.queue.noRewards
          : order.rewards.map((reward) => (
              <span class="item">
                {words.rewards.to[reward.to]}:{" "}
                {formats.money(reward.amountMinor, reward.currency)}{" "}
                {named(words.kinds, reward.kind)}{" "}
                <span class={`state ${reward.state}`}>
                  {words.states[reward.state]}
                </span>
              </span>
            ))}
      </dd>
    </>
  );
}

/** What the fraud rules found odd, in plain words. */
export function Verdict({
  view,
  order,
}: {
  view: View;
  order: ConversionAnswer;
}) {
  const w = view.words.queue;
  const { count } = view.formats;
  if (!order.verdict?.reasons.length) return null;
  const { score, reasons } = order.verdict;
  return (
    <>
      <dt>{w.verdict}</dt>
      <dd>
        {w.score(count(score), count(holdScore))}
        <ul class="notices">
          {reasons.map(({ code, points, message }) => (
            <li>
              {Object.hasOwn(w.signs, code) ? w.signs[code] : message}{" "}
              <small>{w.points(count(points))}</small>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
