/** @jsxImportSource hono/jsx */
import type { UnmatchedAnswer } from "../../actions/list-unmatched.ts";
import type { MemberName } from "../../actions/member-names.ts";
import type { Guess } from "../../domain/best-guesses.ts";
import { Choose } from "../bulk/bulk-bar.tsx";
import { calledOf } from "../bulk/confirm-page.tsx";
import { named } from "../named.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { ReasonField } from "../reason-field.tsx";
import { Refused, typedInto } from "../typed.tsx";
import { OrderInBrief, OrderLink } from "./order-in-brief.tsx";

/** An order that counts for nobody, who may have brought it, and the way to credit them. */
export function UnmatchedOrder(props: {
  view: View;
  order: UnmatchedAnswer;
  names: ReadonlyMap<string, MemberName>;
}) {
  const { view, order, names } = props;
  const { words } = view;
  const w = words.queue;
  const form = `/owner/queue/unmatched/${encodeURIComponent(order.id)}/credit`;
  const typed = typedInto(view, form);
  return (
    <article class="order" aria-labelledby={order.id}>
      <h2 id={order.id}>
        <Choose
          view={view}
          id={order.id}
          label={w.many.choose(order.orderId)}
        />{" "}
        <OrderLink order={order} />{" "}
        <span class="tag">{named(words.steps, order.type)}</span>
      </h2>
      <dl>
        <OrderInBrief view={view} order={order} />
        <dt>{w.because}</dt>
        <dd>{named(words.reasons, order.because ?? "no_touch")}</dd>
      </dl>
      <details
        id={creditId(order.id)}
        open={typed.isRefused || order.guesses.length > 0}
        class="credit"
      >
        <summary>{w.creditAct}</summary>
        <form class="answer" method="post" action={form}>
          <Token csrf={view.csrf} />
          <Refused view={view} form={form} />
          <fieldset>
            <legend>{w.guesses}</legend>
            {order.guesses.length === 0 ? (
              <p class="hint">{w.noGuesses}</p>
            ) : null}
            {order.guesses.map((guess) => (
              <label class="choice">
                <input
                  type="radio"
                  name="member"
                  value={guess.member}
                  checked={typed.of("member") === guess.member}
                />
                <span>
                  {calledOf(names.get(guess.member), view)}
                  <small>{why(guess, view)}</small>
                </span>
              </label>
            ))}
            <label>
              {order.guesses.length > 0 ? w.somebodyElse : w.by}
              <input
                name="typed"
                value={typed.of("typed")}
                maxlength={254}
                autocomplete="off"
              />
              <small>{w.typed}</small>
            </label>
          </fieldset>
          <ReasonField label={words.rewards.reason} typed={typed} />
          <p class="hint">{w.remedyHint}</p>
          <button type="submit">{w.creditAct}</button>
        </form>
      </details>
    </article>
  );
}

/** Where the form of an order stands. */
export function creditId(order: string): string {
  return `credit-${order}`;
}

function why({ why: reason, code, at }: Guess, { words, formats }: View) {
  return words.queue.whys[reason](code, at === null ? "" : formats.instant(at));
}
