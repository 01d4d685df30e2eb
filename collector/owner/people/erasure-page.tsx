/** @jsxImportSource hono/jsx */
import type { MemberAnswer } from "../../actions/answer-member.ts";
import type { RewardTotal } from "../../actions/reward-totals.ts";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";

/** Says exactly what goes and what is kept, before a person is erased. */
export function ErasurePage(props: {
  view: View;
  member: MemberAnswer;
  totals: RewardTotal[];
}) {
  const { view, member } = props;
  const { words, formats } = view;
  const w = words.queue.person;
  const path = `/owner/members/${encodeURIComponent(member.id)}`;
  const name = member.name ?? member.publicName;
  const due = owedIn(props.totals);
  return (
    <Layout view={view} title={w.eraseTitle}>
      <dl>
        <dt>{w.eraseWho}</dt>
        <dd>
          <strong>{name ?? member.externalId ?? words.members.noId}</strong>
          {name && member.externalId ? (
            <small>{member.externalId}</small>
          ) : null}
          <small>
            <code>{member.code}</code>
          </small>
        </dd>
        <dt>{w.owed}</dt>
        <dd>
          {due.length === 0
            ? w.nothingOwed
            : due.map(({ currency, amountMinor }) => (
                <strong class="item">
                  {formats.money(amountMinor, currency)}
                </strong>
              ))}
          {due.length === 0 ? null : <small>{w.owedHint}</small>}
        </dd>
      </dl>
      <h2>{w.goes}</h2>
      <ul>
        {w.going.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>{w.stays}</h2>
      <ul>
        {w.staying.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <form class="answer" method="post" action={`${path}/erasure`}>
        <Token csrf={view.csrf} />
        <label>
          {w.confirm(member.code)}
          <input
            name="code"
            required
            maxlength={40}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
        </label>
        <button type="submit" class="danger">
          {w.submit}
        </button>
      </form>
      <p>
        <a href={path}>{w.back}</a>
      </p>
    </Layout>
  );
}

/** What they were promised and have not been given, by currency. */
function owedIn(totals: RewardTotal[]) {
  const owed = new Map<string, number>();
  for (const { standing, currency, amountMinor } of totals)
    if (standing === "pending" || standing === "confirmed")
      owed.set(currency, (owed.get(currency) ?? 0) + amountMinor);
  return [...owed]
    .map(([currency, amountMinor]) => ({ currency, amountMinor }))
    .filter(({ amountMinor }) => amountMinor > 0);
}
