/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { named } from "../named.ts";
import { Instant } from "../pages/instant.tsx";
import { moneyOf, type OrderView } from "./order-view.tsx";
import { Warnings } from "./warnings.tsx";

/** What is known of the order itself. */
export function OrderFacts({ view, found }: OrderView) {
  const { words } = view;
  const w = words.order;
  const { conversion: order, trust } = found;
  const { currency, refundedMinor, amountMinor } = order;
  const lines: [string, Child][] = [
    [w.amount, <strong>{moneyOf(view, amountMinor, currency)}</strong>],
  ];
  if (refundedMinor > 0 && amountMinor !== null)
    lines.push([
      w.left,
      w.leftText(
        moneyOf(view, amountMinor - refundedMinor, currency),
        moneyOf(view, refundedMinor, currency),
      ),
    ]);
  if (order.chargedBackAt !== null)
    lines.push([
      w.move.chargeback,
      w.chargedBack(view.formats.instant(order.chargedBackAt)),
    ]);
  lines.push(
    [w.gross, <Gross view={view} found={found} />],
    [w.customer, <Customer view={view} found={found} />],
    [w.trust, w.trusts[trust]],
    [w.occurred, <Instant at={order.occurredAt} view={view} />],
    [w.recorded, <Instant at={order.recordedAt} view={view} />],
  );
  if (found.marginClass !== null)
    lines.push([w.marginClass, found.marginClass]);
  if (found.program !== null)
    lines.push([w.program, named(view.programNames, found.program)]);
  if (order.warnings.length > 0)
    lines.push([
      w.warnings,
      <Warnings view={view} warnings={order.warnings} />,
    ]);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{w.facts}</h2>
      <dl>
        {lines.map(([label, text]) => (
          <>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

type Part = Omit<OrderView, "names">;

function Gross({ view, found }: Part) {
  const { grossProfitMinor, grossMinor, conversion } = found;
  const w = view.words.order;
  const money = (minor: number) => moneyOf(view, minor, conversion.currency);
  return (
    <>
      {grossMinor === null ? "–" : w.grossCounted(money(grossMinor))}
      {grossProfitMinor === null ? null : (
        <small>{w.grossStated(money(grossProfitMinor))}</small>
      )}
    </>
  );
}

function Customer({ view, found }: Part) {
  const w = view.words.order;
  const { customerId, customerExisting } = found;
  return (
    <>
      {customerId === null ? w.customerUnknown : <code>{customerId}</code>}
      <small>
        {customerExisting === null
          ? w.newUnknown
          : customerExisting
            ? w.existing
            : w.isNew}
      </small>
    </>
  );
}
