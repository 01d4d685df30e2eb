/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import type { DisputeAnswer } from "../../actions/list-disputes.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { ReasonField } from "../reason-field.tsx";
import { Refused, typedInto } from "../typed.tsx";

/** Credits an order to the member after all. */
export function RemedyForm(props: {
  view: View;
  dispute: DisputeAnswer;
  orders: ConversionAnswer[];
}) {
  const { view, dispute, orders } = props;
  const { words, formats } = view;
  const w = words.queue;
  const form = `/owner/queue/disputed/${encodeURIComponent(dispute.id)}/credit`;
  const typed = typedInto(view, form);
  return (
    <details class="credit" id={remedyId(dispute.id)} open={typed.isRefused}>
      <summary>{w.remedy}</summary>
      <form class="answer" method="post" action={form}>
        <Token csrf={view.csrf} />
        <Refused view={view} form={form} />
        <input type="hidden" name="member" value={dispute.member} />
        <p class="hint">{w.remedyHint}</p>
        <label>
          {w.remedyWhich}
          <select name="conversion" required>
            {orders.map((order) => (
              <option
                value={order.id}
                selected={typed.of("conversion") === order.id}
              >
                {order.orderId}
                {order.amountMinor === null || order.currency === null
                  ? ""
                  : ` (${formats.money(order.amountMinor, order.currency)})`}
              </option>
            ))}
          </select>
        </label>
        <ReasonField label={words.rewards.reason} typed={typed} />
        <button type="submit">{w.remedyAct}</button>
      </form>
    </details>
  );
}

export function remedyId(dispute: string): string {
  return `remedy-${dispute}`;
}
