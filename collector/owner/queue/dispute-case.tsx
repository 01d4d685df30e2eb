/** @jsxImportSource hono/jsx */
import { Choose } from "../bulk/bulk-bar.tsx";
import { calledOf } from "../bulk/confirm-page.tsx";
import { Instant } from "../pages/instant.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { type Case, EvidentOrder, Traces } from "./dispute-evidence.tsx";
import { RemedyForm } from "./remedy-form.tsx";

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
        />{" "}
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
        <RemedyForm view={view} dispute={dispute} orders={creditable} />
      )}
      <AnswerForm view={view} dispute={dispute} />
    </article>
  );
}

function aboutWhat(about: string | null): "reward" | "friend" | "missing" {
  if (about === null) return "missing";
  return about.startsWith("rwd_") ? "reward" : "friend";
}
