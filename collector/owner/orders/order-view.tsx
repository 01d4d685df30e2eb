/** @jsxImportSource hono/jsx */
import type { MemberName } from "../../actions/member-names.ts";
import type { OrderCase } from "../../actions/read-order.ts";
import type { View } from "../pages/view.ts";

/** What every part of an order's page is given. */
export interface OrderView {
  view: View;
  found: OrderCase;
  names: ReadonlyMap<string, MemberName>;
}

export function orderPath(id: string): string {
  return `/owner/orders/${encodeURIComponent(id)}`;
}

/** A member by what the owner knows them by, and the way to their page. */
export function MemberLink(props: Omit<OrderView, "found"> & { id: string }) {
  const { view, names, id } = props;
  const name = names.get(id);
  return (
    <a href={`/owner/members/${encodeURIComponent(id)}`}>
      {name?.name ?? name?.externalId ?? view.words.members.noId}
    </a>
  );
}

export function moneyOf(
  view: View,
  amountMinor: number | null,
  currency: string | null,
): string {
  return amountMinor === null || currency === null
    ? view.words.order.noAmount
    : view.formats.money(amountMinor, currency);
}
