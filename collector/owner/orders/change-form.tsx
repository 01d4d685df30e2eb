/** @jsxImportSource hono/jsx */
import { type OrderView, orderPath } from "./order-view.tsx";

/** Asks what an order became; nothing is done before its effect was shown. */
export function ChangeForm({ view, found }: Omit<OrderView, "names">) {
  const w = view.words.order;
  const { id, currency } = found.conversion;
  return (
    <details class="void">
      <summary>{w.change.open}</summary>
      <form method="get" action={`${orderPath(id)}/change`}>
        <p class="hint">{w.change.hint}</p>
        <label>
          {w.change.amount(currency ?? "")}
          <input
            name="amount"
            inputmode="decimal"
            autocomplete="off"
            maxlength={30}
          />
        </label>
        <label>
          {w.change.grossProfit(currency ?? "")}
          <input
            name="gross"
            inputmode="decimal"
            autocomplete="off"
            maxlength={30}
          />
        </label>
        <button type="submit">{w.change.look}</button>
      </form>
    </details>
  );
}
