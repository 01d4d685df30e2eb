/** @jsxImportSource hono/jsx */
import { Refused, typedInto } from "../typed.tsx";
import { AmountField } from "./amount-field.tsx";
import { type OrderView, orderPath } from "./order-view.tsx";

/** Asks what an order became; nothing is done before its effect was shown. */
export function ChangeForm({ view, found }: Omit<OrderView, "names">) {
  const w = view.words.order;
  const { id, currency } = found.conversion;
  const form = `${orderPath(id)}/change`;
  const typed = typedInto(view, form);
  return (
    <details class="void" open={typed.isRefused}>
      <summary>{w.change.open}</summary>
      <form method="get" action={form}>
        <Refused view={view} form={form} />
        <p class="hint">{w.change.hint}</p>
        <AmountField
          label={w.change.amount(currency ?? "")}
          name="amount"
          typed={typed}
        />
        <AmountField
          label={w.change.grossProfit(currency ?? "")}
          name="gross"
          typed={typed}
        />
        <button type="submit">{w.change.look}</button>
      </form>
    </details>
  );
}
