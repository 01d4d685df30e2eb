/** @jsxImportSource hono/jsx */
import type { Due } from "../../actions/list-due.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { people } from "./sums.ts";

/** What is due in a currency, and the name that a run of it would have. */
export type DueNow = Due & { minimumMinor: number; runId: string };

export function DueIn(props: {
  view: View;
  due: DueNow;
  kinds: string[] | null;
}) {
  const { view, due, kinds } = props;
  const { formats } = view;
  const w = view.words.payouts;
  const money = (minor: number) => formats.money(minor, due.currency);
  const minimum = money(due.minimumMinor);
  const id = `due-${due.currency}`;
  return (
    <article class="order" aria-labelledby={id}>
      <h3 id={id}>
        {due.payees === 0
          ? w.nobody(minimum)
          : w.dueTo(people(view, due.payees), money(due.totalMinor))}
      </h3>
      {due.below.payees ? (
        <p class="hint">
          {w.below(
            people(view, due.below.payees),
            money(due.below.totalMinor),
            minimum,
          )}
        </p>
      ) : null}
      {due.unreachable.people ? (
        <p class="hint">
          {w.unreachable(
            people(view, due.unreachable.people),
            money(due.unreachable.amountMinor),
          )}
        </p>
      ) : null}
      {due.payees === 0 ? null : (
        <form class="filter" method="post" action="/owner/payouts">
          <Token csrf={view.csrf} />
          <input type="hidden" name="currency" value={due.currency} />
          <input
            type="hidden"
            name="minimumMinor"
            value={String(due.minimumMinor)}
          />
          {kinds?.map((kind) => (
            <input type="hidden" name="kind" value={kind} />
          ))}
          <label>
            {w.runId}
            <input
              name="runId"
              required
              maxlength={100}
              value={due.runId}
              autocomplete="off"
            />
          </label>
          <button type="submit">{w.make}</button>
          <p class="hint">{w.makeHint}</p>
        </form>
      )}
    </article>
  );
}
