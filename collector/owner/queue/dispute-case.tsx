/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import type { DisputeAnswer } from "../../actions/list-disputes.ts";
import type { MemberName } from "../../actions/names-of.ts";
import { Choose } from "../bulk/bulk-bar.tsx";
import { calledOf } from "../bulk/confirm-page.tsx";
import { named } from "../named.ts";
import { Instant } from "../pages/instant.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { ReasonField } from "../reason-field.tsx";
import { Refused, typedInto } from "../typed.tsx";
import {
  OrderFacts,
  OrderLink,
  Verdict,
  WaitingRewards,
} from "./order-facts.tsx";

interface Case {
  view: View;
  dispute: DisputeAnswer;
  names: ReadonlyMap<string, MemberName>;
}

/** What a member says is wrong, what the programme recorded, and the owner's answer. */
export function DisputeCase(props: Case) {
  const { view, dispute, names } = props;
  const w = view.words.queue;
  const { evidence } = dispute;
  const creditable = [...evidence.conversions, ...evidence.unmatched].filter(
    ({ attributed }) => attributed === null,
  );
  return (
    <article class="order" aria-labelledby={dispute.id}>
      <h2 id={dispute.id}>
        <Choose
          view={view}
          id={dispute.id}
          label={view.words.queue.many.choose(
            calledOf(names.get(dispute.member), view),
          )}
        />
        <a href={`/owner/members/${encodeURIComponent(dispute.member)}`}>
          {calledOf(names.get(dispute.member), view)}
        </a>{" "}
        <small>
          <Instant at={dispute.at} view={view} />
        </small>
      </h2>
      <dl>
        <dt>{w.wrote}</dt>
        <dd>
          <blockquote>{dispute.message}</blockquote>
        </dd>
        <dt>{w.about}</dt>
        <dd>{w.abouts[aboutWhat(dispute.about)]}</dd>
      </dl>
      <h3>{w.evidence}</h3>
      {evidence.conversions.length === 0 ? (
        <p class="hint">{w.noEvidence}</p>
      ) : null}
      {evidence.conversions.map((order) => (
        <EvidentOrder {...props} order={order} />
      ))}
      <Traces view={view} dispute={dispute} />
      {evidence.unmatched.length === 0 ? null : <h3>{w.unmatched}</h3>}
      {evidence.unmatched.map((order) => (
        <EvidentOrder {...props} order={order} />
      ))}
      {creditable.length === 0 ? null : (
        <Remedy view={view} dispute={dispute} orders={creditable} />
      )}
      <Answer view={view} dispute={dispute} />
    </article>
  );
}

function EvidentOrder(props: Case & { order: ConversionAnswer }) {
  const { view, dispute, names, order } = props;
  const { words } = view;
  const w = words.queue;
  const { attributed, because } = order;
  const counts =
    attributed === null
      ? w.countsForNobody
      : attributed.member === dispute.member
        ? w.countsForThem
        : w.counts(calledOf(names.get(attributed.member), view));
  return (
    <dl class="evidence">
      <dt>{w.asked}</dt>
      <dd>
        <OrderLink order={order} /> {counts}
        {because === null ? null : (
          <small>{named(words.reasons, because)}</small>
        )}
      </dd>
      <OrderFacts view={view} order={order} />
      {order.rewards.length === 0 ? null : (
        <WaitingRewards view={view} order={order} />
      )}
      <Verdict view={view} order={order} />
    </dl>
  );
}

/** Which links were followed. */
function Traces({ view, dispute }: { view: View; dispute: DisputeAnswer }) {
  const w = view.words.queue;
  const { clicks, touches } = dispute.evidence;
  const lines = [
    [w.touches, touches],
    [w.clicks, clicks],
  ] as const;
  return (
    <dl>
      {lines.map(([label, found]) => (
        <>
          <dt>{label}</dt>
          <dd>
            {found.length === 0
              ? w.noClicks
              : found.slice(0, 5).map(({ code, at }) => (
                  <span class="item">
                    <code>{code}</code> <Instant at={at} view={view} />
                  </span>
                ))}
            {found.length > 5 ? (
              <small>{w.clicked(view.formats.count(found.length))}</small>
            ) : null}
          </dd>
        </>
      ))}
    </dl>
  );
}

function Remedy(props: {
  view: View;
  dispute: DisputeAnswer;
  orders: ConversionAnswer[];
}) {
  const { view, dispute, orders } = props;
  const { words, formats } = view;
  const w = words.queue;
  const form = `/owner/queue/disputed/${encodeURIComponent(dispute.id)}/credit`;
  const typed = typedInto(view, form);
  return (
    <details class="credit" id={remedyId(dispute.id)} open={typed.isRefused}>
      <summary>{w.remedy}</summary>
      <form class="answer" method="post" action={form}>
        <Token csrf={view.csrf} />
        <Refused view={view} form={form} />
        <input type="hidden" name="member" value={dispute.member} />
        <p class="hint">{w.remedyHint}</p>
        <label>
          {w.remedyWhich}
          <select name="conversion" required>
            {orders.map((order) => (
              <option
                value={order.id}
                selected={typed.of("conversion") === order.id}
              >
                {order.orderId}
                {order.amountMinor === null || order.currency === null
                  ? ""
                  : ` (${formats.money(order.amountMinor, order.currency)})`}
              </option>
            ))}
          </select>
        </label>
        <ReasonField label={words.rewards.reason} typed={typed} />
        <button type="submit">{w.remedyAct}</button>
      </form>
    </details>
  );
}

function Answer({ view, dispute }: { view: View; dispute: DisputeAnswer }) {
  const w = view.words.queue;
  const form = `/owner/queue/disputed/${encodeURIComponent(dispute.id)}/answer`;
  return (
    <form id={answerId(dispute.id)} class="answer" method="post" action={form}>
      <Token csrf={view.csrf} />
      <Refused view={view} form={form} />
      <DecisionFields view={view} form={form} />
      <p class="hint">{w.answerHint}</p>
      <button type="submit">{w.answerAct}</button>
    </form>
  );
}

/** Who is right, and what the member reads. */
export function DecisionFields({ view, form }: { view: View; form: string }) {
  const typed = typedInto(view, form);
  const w = view.words.queue;
  return (
    <>
      <fieldset>
        <legend>{w.decision}</legend>
        {(["upheld", "declined"] as const).map((decision) => (
          <label class="choice">
            <input
              type="radio"
              name="decision"
              value={decision}
              checked={typed.of("decision") === decision}
              required
            />
            <span>{w.decisions[decision]}</span>
          </label>
        ))}
      </fieldset>
      <label>
        {w.words}
        <textarea name="message" rows={3} maxlength={1000} required>
          {typed.of("message")}
        </textarea>
      </label>
    </>
  );
}

/** Where the forms of a dispute stand. */
export function answerId(dispute: string): string {
  return `answer-${dispute}`;
}

export function remedyId(dispute: string): string {
  return `remedy-${dispute}`;
}

function aboutWhat(about: string | null): "reward" | "friend" | "missing" {
  if (about === null) return "missing";
  return about.startsWith("rwd_") ? "reward" : "friend";
}
