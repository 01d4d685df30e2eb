/** @jsxImportSource hono/jsx */
import { named } from "../named.ts";
import { CardTable } from "../pages/card-table.tsx";
import { Instant } from "../pages/instant.tsx";
import { MemberLink, type OrderView } from "./order-view.tsx";

/** Who is credited and why, what was considered, and what speaks for fraud. */
export function OrderCredit(props: OrderView) {
  const { view, found, names } = props;
  const w = view.words.order;
  const { attributed, because, verdict, rewards } = found.conversion;
  const isWaiting = rewards.some((one) => one.because === "fraud_hold");
  return (
    <section aria-labelledby="why">
      <h2 id="why">{w.why}</h2>
      {attributed ? (
        <p>
          <strong>
            <MemberLink view={view} names={names} id={attributed.member} />
          </strong>
          {view.words.program.comma}
          {w.creditedTo(attributed.code)}
          <small>
            {w.ways[attributed.by](view.formats.instant(attributed.at))}
          </small>
        </p>
      ) : (
        <p>{w.nobody}</p>
      )}
      {because === null ? null : <p>{named(view.words.reasons, because)}</p>}
      <h3>{w.touches}</h3>
      {found.touches.length === 0 ? (
        <p class="hint">{w.noTouches}</p>
      ) : (
        <Touches {...props} />
      )}
      <h3>{w.verdict}</h3>
      {verdict === null ? (
        <p class="hint">{w.noVerdict}</p>
      ) : (
        <>
          <p>
            {verdict.reasons.length === 0
              ? w.clean
              : w.score(view.formats.count(verdict.score))}{" "}
            {isWaiting ? <span class="tag">{w.held}</span> : null}
          </p>
          <ul class="notices">
            {verdict.reasons.map(({ code, points }) => (
              <li>
                {named(w.fraud, code)}
                <small>{w.points(view.formats.count(points))}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Touches({ view, found, names }: OrderView) {
  const w = view.words.order;
  return (
    <CardTable heads={[w.when, w.credit, w.touchOf]}>
      {found.touches.map(({ at, by, code, member, isCredited }) => (
        <tr>
          <td data-label={w.when}>
            <Instant at={at} view={view} />
          </td>
          <td data-label={w.credit}>
            <code>{code}</code>
            <small>{w.touchBy[by]}</small>
          </td>
          <td data-label={w.touchOf}>
            {member === null ? (
              w.nobodysCode
            ) : (
              <MemberLink view={view} names={names} id={member} />
            )}{" "}
            {isCredited ? <span class="tag">{w.counted}</span> : null}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}
