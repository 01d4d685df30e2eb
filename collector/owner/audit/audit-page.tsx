/** @jsxImportSource hono/jsx */
import type { AuditAnswer } from "../../actions/list-audit.ts";
import type { Page } from "../../actions/page.ts";
import { named } from "../named.ts";
import { CardTable } from "../pages/card-table.tsx";
import { Choice } from "../pages/choice.tsx";
import { Instant } from "../pages/instant.tsx";
import { Layout } from "../pages/layout.tsx";
import { Paging } from "../pages/paging.tsx";
import type { View } from "../pages/view.ts";
import { reasonInWords } from "./reason-in-words.ts";
import { subjectPlace, versionIn } from "./subject-place.ts";

/** Every change: by whom, when and why. */
export function AuditPage(props: {
  view: View;
  page: Page<AuditAnswer>;
  query: Record<string, string>;
}) {
  const { view, page, query } = props;
  const w = view.words.queue.audit;
  return (
    <Layout view={view} title={w.title}>
      <p class="intro">{w.intro}</p>
      <form class="filter" method="get" action="/owner/audit">
        <Choice
          label={w.actor}
          name="actor"
          of={w.actors}
          all={w.all}
          chosen={query.actor}
        />
        <Choice
          label={w.action}
          name="action"
          of={w.actions}
          all={w.all}
          chosen={query.action}
        />
        <label>
          {w.subjectField}
          <input
            name="subject"
            value={query.subject ?? ""}
            maxlength={254}
            aria-describedby="subject-hint"
          />
        </label>
        <button type="submit">{w.show}</button>
        <p id="subject-hint" class="hint">
          {w.subjectField}: {w.subjectHint}
        </p>
      </form>
      {page.items.length === 0 ? (
        <p class="empty">{w.none}</p>
      ) : (
        <CardTable heads={[w.when, w.who, w.what, w.subject, w.why]}>
          {page.items.map((change) => (
            <Change view={view} change={change} />
          ))}
        </CardTable>
      )}
      <Paging view={view} path="/owner/audit" query={query} next={page.next} />
    </Layout>
  );
}

function Change({ view, change }: { view: View; change: AuditAnswer }) {
  const { words, formats } = view;
  const w = words.queue.audit;
  const { amountMinor, currency, reason } = change;
  return (
    <tr>
      <td data-label={w.when}>
        <Instant at={change.at} view={view} />
      </td>
      <td data-label={w.who}>
        <Actor view={view} actor={change.actor} />
      </td>
      <td data-label={w.what}>
        {named(w.actions, change.action)}
        {amountMinor === null ||
        currency === null ||
        amountMinor === 0 ? null : (
          <small>{formats.money(amountMinor, currency)}</small>
        )}
      </td>
      <td data-label={w.subject}>
        <Subject view={view} subject={change.subject} />
      </td>
      <td data-label={w.why}>
        {reason === null ? null : reasonInWords(view, change.action, reason)}
      </td>
    </tr>
  );
}

function Actor({ view, actor }: { view: View; actor: string }) {
  const [who = "", member] = actor.split(" ");
  const called = named(view.words.queue.audit.actors, who);
  const place = member === undefined ? null : subjectPlace(member);
  return <>{place === null ? called : <a href={place}>{called}</a>}</>;
}

/** What was changed, the way to it, and to all that was done to it. */
function Subject({ view, subject }: { view: View; subject: string }) {
  const w = view.words.queue.audit;
  const [prefix = ""] = subject.split("_");
  const kind = Object.hasOwn(w.subjects, prefix) ? w.subjects[prefix] : null;
  const place = subjectPlace(subject);
  const rules = versionIn(subject);
  const called = rules ? (
    <>
      {named(view.programNames, rules.program)}
      {view.words.program.comma}
      {view.words.rules.versions.version(rules.version)}
    </>
  ) : (
    <code>{subject}</code>
  );
  return (
    <>
      {kind === null ? null : `${kind} `}
      {place === null ? called : <a href={place}>{called}</a>}
      <small>
        <a href={`/owner/audit?${new URLSearchParams({ subject })}`}>
          {w.only}
        </a>
      </small>
    </>
  );
}
