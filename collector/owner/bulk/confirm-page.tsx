/** @jsxImportSource hono/jsx */
import type { Chosen, ChosenSum } from "../../actions/chosen.ts";
import type { MemberName } from "../../actions/member-names.ts";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";

/** What an act on many would do: how many, how much, for whom. */
export function ConfirmPage(props: {
  view: View;
  /** Where it is done. */
  action: string;
  back: string;
  of: Chosen["of"];
  act: string;
  sum: ChosenSum;
  names: ReadonlyMap<string, MemberName>;
  /** How many were ticked; `null` for all that match. */
  ticked: number | null;
  /** What says again what was chosen. */
  fields: [string, string][];
}) {
  const { view, of, act, sum, fields, ticked } = props;
  const { formats } = view;
  const w = view.words.queue.bulk;
  const titles: Record<string, string> = w.titles[of];
  const says: Record<string, string> = w.says[of];
  const acts: Record<string, string> = w.acts[of];
  const count = formats.count(sum.count);
  const leftOut = (ticked ?? 0) - sum.count;
  return (
    <Layout view={view} title={titles[act] ?? ""}>
      {sum.count === 0 ? (
        <p class="empty">{ticked === 0 ? w.choose : w.nothing}</p>
      ) : (
        <>
          <p class="intro">{says[act]}</p>
          <dl>
            <dt>{w.count}</dt>
            <dd>
              <strong>
                {of === "rewards" ? w.rewardsCount(count) : w.orders(count)}
              </strong>
              {sum.early > 0 && act === "confirm" && of === "rewards" ? (
                <small>{w.early(formats.count(sum.early))}</small>
              ) : null}
              {leftOut > 0 ? (
                <small>{w.leftOut(formats.count(leftOut))}</small>
              ) : null}
            </dd>
            {sum.orders.length === 0 ? null : (
              <>
                <dt>{w.orderSum}</dt>
                <dd>
                  {sum.orders.map(({ currency, amountMinor, largestMinor }) => (
                    <span class="item">
                      <strong>{formats.money(amountMinor, currency)}</strong>
                      {sum.count > 1 ? (
                        <small>
                          {w.orderLargest(
                            formats.money(largestMinor, currency),
                          )}
                        </small>
                      ) : null}
                    </span>
                  ))}
                </dd>
              </>
            )}
            <dt>{of === "rewards" ? w.sum : w.rewardSum}</dt>
            <dd>
              {sum.totals.length === 0
                ? w.noSum
                : sum.totals.map(({ currency, amountMinor }) => (
                    <strong class="item">
                      {formats.money(amountMinor, currency)}
                    </strong>
                  ))}
            </dd>
            {sum.people === 0 ? null : (
              <>
                <dt>{w.forWhom}</dt>
                <dd>
                  {w.people(formats.count(sum.people))}
                  <Largest view={view} sum={sum} names={props.names} />
                </dd>
              </>
            )}
          </dl>
          <form class="answer" method="post" action={props.action}>
            <Token csrf={view.csrf} />
            {fields.map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            {act === "void" ? (
              <label>
                {w.reason}
                <input
                  name="reason"
                  required
                  maxlength={200}
                  autocomplete="off"
                  aria-describedby="reason-hint"
                />
                <small id="reason-hint">{w.reasonHint[of]}</small>
              </label>
            ) : null}
            <button type="submit" class={act === "void" ? "danger" : undefined}>
              {w.go(acts[act] ?? act, count)}
            </button>
          </form>
        </>
      )}
      <p>
        <a href={props.back}>{w.back}</a>
      </p>
    </Layout>
  );
}

function Largest(props: {
  view: View;
  sum: ChosenSum;
  names: ReadonlyMap<string, MemberName>;
}) {
  const { view, sum, names } = props;
  const w = view.words.queue.bulk;
  const rest = sum.people - sum.largest.length;
  return (
    <ul class="notices">
      {sum.largest.map(({ member, currency, amountMinor }) => (
        <li>
          {member === null ? (
            w.friend
          ) : (
            <a href={`/owner/members/${encodeURIComponent(member)}`}>
              {calledOf(names.get(member), view)}
            </a>
          )}{" "}
          {view.formats.money(amountMinor, currency)}
        </li>
      ))}
      {rest > 0 ? <li>{w.andMore(view.formats.count(rest))}</li> : null}
    </ul>
  );
}

/** What the owner calls a member. */
export function calledOf(name: MemberName | undefined, view: View): string {
  return name?.name ?? name?.externalId ?? view.words.members.noId;
}
