/** @jsxImportSource hono/jsx */
import { Refused, typedInto } from "../typed.tsx";
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
        <label>
          {w.change.amount(currency ?? "")}
          <input
            name="amount"
            value={typed.of("amount")}
            inputmode="decimal"
            autocomplete="off"
            maxlength={30}
          />
        </label>
        <label>
          {w.change.grossProfit(currency ?? "")}
          <input
            name="gross"
            value={typed.of("gross")}
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
