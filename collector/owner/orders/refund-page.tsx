/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import type { RefundPreview } from "../../actions/preview-refund.ts";
import type { RefundReason } from "../../actions/taken-back.ts";
import { named } from "../named.ts";
import { Layout, Token, type View } from "../pages/layout.tsx";
import { moneyOf, orderPath } from "./order-view.tsx";

/** What a refund would take, and the button that does it. */
export function RefundPage(props: {
  view: View;
  order: ConversionAnswer;
  preview: RefundPreview;
  reason: RefundReason;
  /** Made with this page: pressed twice, it is one refund. */
  refundId: string;
}) {
  const { view, order, preview, reason, refundId } = props;
  const w = view.words.order.preview;
  const path = orderPath(order.id);
  const money = (minor: number) => moneyOf(view, minor, preview.currency);
  return (
    <Layout view={view} title={w.title(order.orderId)}>
      <p>{w[reason](money(preview.amountMinor), money(preview.leftMinor))}</p>
      <Takings view={view} preview={preview} />
      <form class="lines" method="post" action={`${path}/refunds`}>
        <Token csrf={view.csrf} />
        <input type="hidden" name="amountMinor" value={preview.amountMinor} />
        <input type="hidden" name="what" value={reason} />
        <input type="hidden" name="refundId" value={refundId} />
        <label>
          {w.note}
          <input name="reason" required maxlength={200} autocomplete="off" />
        </label>
        <button type="submit" class="danger">
          {reason === "chargeback" ? w.doChargeback : w.doRefund}
        </button>
      </form>
      <p>
        <a href={path}>{w.back}</a>
      </p>
    </Layout>
  );
}

function Takings({ view, preview }: { view: View; preview: RefundPreview }) {
  const { words, formats } = view;
  const w = words.order.preview;
  if (preview.rewards.every(({ takenMinor }) => takenMinor === 0))
    return <p>{w.none}</p>;
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{words.rewards.who}</th>
          <th scope="col">{words.rewards.what}</th>
          <th scope="col">{w.taken}</th>
        </tr>
      </thead>
      <tbody>
        {preview.rewards.map(({ reward, takenMinor, leftMinor }) => (
          <tr>
            <td data-label={words.rewards.who}>
              {words.rewards.to[reward.to]}
            </td>
            <td data-label={words.rewards.what}>
              {formats.money(
                reward.amountMinor + reward.compensationMinor,
                reward.currency,
              )}{" "}
              {named(words.kinds, reward.kind)}{" "}
              <span class={`state ${reward.state}`}>
                {words.states[reward.state]}
              </span>
            </td>
            <td data-label={w.taken}>
              <strong>
                {w.takes(formats.money(takenMinor, reward.currency))}
              </strong>
              <small>
                {leftMinor === 0
                  ? w.voids
                  : w.leaves(formats.money(leftMinor, reward.currency))}
              </small>
              {reward.state === "paid" && takenMinor > 0 ? (
                <small>{w.paid}</small>
              ) : null}
              {reward.gift && takenMinor > 0 ? (
                <small>{w.giftOut}</small>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
