/** @jsxImportSource hono/jsx */
import { Token } from "../pages/token.tsx";
import { VoidForm } from "../pages/void-form.tsx";
import { ReasonField } from "../reason-field.tsx";
import { Refused, typedInto } from "../typed.tsx";
import { TypedField } from "../typed-field.tsx";
import { AmountField } from "./amount-field.tsx";
import { ChangeForm } from "./change-form.tsx";
import { moneyOf, type OrderView, orderPath } from "./order-view.tsx";

/** What the owner can do about an order, as far as its state allows. */
export function OrderActs({ view, found }: Omit<OrderView, "names">) {
  const w = view.words.order;
  const { conversion, trust } = found;
  const { amountMinor, refundedMinor, attributed } = conversion;
  const path = orderPath(conversion.id);
  const left = (amountMinor ?? 0) - refundedMinor;
  const isClaim = trust === "claim";
  const canCredit = trust !== "refused" && (isClaim || attributed === null);
  const isChangeable =
    !isClaim && trust !== "refused" && conversion.currency !== null;
  const isHeld = conversion.rewards.some(
    ({ because, state }) => because === "fraud_hold" && state === "pending",
  );
  if (!isClaim && !isHeld && !canCredit && !isChangeable && left <= 0)
    return null;
  return (
    <section class="order" aria-labelledby="acts">
      <h2 id="acts">{w.acts}</h2>
      {isClaim ? (
        <div class="acts">
          <form method="post" action={`${path}/verification`}>
            <Token csrf={view.csrf} />
            <button type="submit">{w.verify}</button>
            <p class="hint">{w.verifyHint}</p>
          </form>
          <VoidForm
            view={view}
            action={`${path}/void`}
            label={w.refuse}
            hints={[w.refuseHint]}
          />
        </div>
      ) : null}
      {isHeld ? <HeldActs view={view} path={path} /> : null}
      {left > 0 ? <RefundForm view={view} found={found} left={left} /> : null}
      {isChangeable ? <ChangeForm view={view} found={found} /> : null}
      {canCredit ? <HandForm view={view} path={path} /> : null}
    </section>
  );
}

function HeldActs({ view, path }: Pick<OrderView, "view"> & { path: string }) {
  const w = view.words.queue;
  return (
    <div class="acts">
      <form method="post" action={`${path}/release`}>
        <Token csrf={view.csrf} />
        <button type="submit">{w.confirm.held}</button>
      </form>
      <VoidForm
        view={view}
        action={`${path}/taking-back`}
        label={w.void.held}
        hints={[w.voidHint.held]}
      />
    </div>
  );
}

function RefundForm(props: Omit<OrderView, "names"> & { left: number }) {
  const { view, found, left } = props;
  const w = view.words.order;
  const { id, currency } = found.conversion;
  const form = `${orderPath(id)}/refund`;
  const typed = typedInto(view, form);
  return (
    <details class="void" open={typed.isRefused}>
      <summary>{w.refund}</summary>
      <form method="get" action={form}>
        <Refused view={view} form={form} />
        <p class="hint">{w.refundHint}</p>
        <label>
          {w.what}
          <select name="reason">
            <option value="refund">{w.whats.refund}</option>
            <option
              value="chargeback"
              selected={typed.of("reason") === "chargeback"}
            >
              {w.whats.chargeback}
            </option>
          </select>
        </label>
        <AmountField
          label={w.refundAmount(currency ?? "")}
          name="amount"
          typed={typed}
          describedBy="refund-all"
        />
        <p class="hint" id="refund-all">
          {w.refundAll(moneyOf(view, left, currency))}
        </p>
        <button type="submit">{w.look}</button>
      </form>
    </details>
  );
}

function HandForm({ view, path }: Pick<OrderView, "view"> & { path: string }) {
  const w = view.words.order;
  const form = `${path}/credit`;
  const typed = typedInto(view, form);
  return (
    <details class="void" open={typed.isRefused}>
      <summary>{w.hand}</summary>
      <form method="post" action={form}>
        <Token csrf={view.csrf} />
        <Refused view={view} form={form} />
        <p class="hint">{w.handHint}</p>
        <TypedField
          label={w.handMember}
          name="member"
          maxlength={254}
          typed={typed}
        />
        <ReasonField label={w.handReason} typed={typed} />
        <button type="submit">{w.handDo}</button>
      </form>
    </details>
  );
}
