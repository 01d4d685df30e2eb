/** @jsxImportSource hono/jsx */
import { reasonInWords } from "../audit/reason-in-words.ts";
import { named } from "../named.ts";
import { Instant } from "../pages/instant.tsx";
import { MemberLink, moneyOf, type OrderView } from "./order-view.tsx";

/** What happened to the order since: money given back, changes, objections, and what was done by hand. */
export function OrderHistory(props: OrderView) {
  return (
    <>
      <Moves {...props} />
      <Disputes {...props} />
      <Audit {...props} />
    </>
  );
}

function Moves({ view, found }: OrderView) {
  const w = view.words.order;
  const { currency } = found.conversion;
  const money = (minor: number | null) => moneyOf(view, minor, currency);
  const moves = [
    ...found.refunds.map(({ at, reason, amountMinor, refundId }) => ({
      at,
      what: w.move[reason],
      text: money(amountMinor),
      id: refundId,
    })),
    ...found.changes.map(({ at, amount_before, amount_after, change_id }) => ({
      at,
      what: w.move.change,
      text: w.changedTo(money(amount_before), money(amount_after)),
      id: change_id,
    })),
  ].sort((a, b) => a.at - b.at);
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{w.moves}</h2>
      {moves.length === 0 ? <p class="hint">{w.noMoves}</p> : null}
      <ul class="notices">
        {moves.map(({ at, what, text, id }) => (
          <li>
            {what}: {text}
            <small>
              <Instant at={at} view={view} /> <code>{id}</code>
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Disputes({ view, found, names }: OrderView) {
  const w = view.words.order;
  return (
    <section aria-labelledby="disputes">
      <h2 id="disputes">{w.disputes}</h2>
      {found.disputes.length === 0 ? <p class="hint">{w.noDisputes}</p> : null}
      <ul class="notices">
        {found.disputes.map(({ at, message, state, answer, member }) => (
          <li>
            <span class="tag">{w.disputeStates[state]}</span> {message}
            {answer === null ? null : (
              <span class="item">
                {w.answered}: {answer}
              </span>
            )}
            <small>
              <Instant at={at} view={view} />{" "}
              <MemberLink view={view} names={names} id={member} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Audit({ view, found }: OrderView) {
  const w = view.words.order;
  return (
    <section aria-labelledby="audit">
      <h2 id="audit">{w.audit}</h2>
      {found.audit.length === 0 ? <p class="hint">{w.noAudit}</p> : null}
      <ul class="notices">
        {found.audit.map(({ at, actor, action, reason }) => (
          <li>
            {named(w.actions, action)}
            {reason === null ? "" : `: ${reasonInWords(view, action, reason)}`}
            <small>
              <Instant at={at} view={view} />{" "}
              {named(view.words.queue.audit.actors, actor)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
