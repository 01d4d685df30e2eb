/** @jsxImportSource hono/jsx */
import type { MemberAnswer } from "../../actions/answer-member.ts";
import type { Page } from "../../actions/page.ts";
import type { Program } from "../../domain/program.ts";
import { named } from "../named.ts";
import { NewMember } from "../people/new-member.tsx";
import { CardTable } from "./card-table.tsx";
import { Instant } from "./instant.tsx";
import { Layout } from "./layout.tsx";
import { Paging } from "./paging.tsx";
import type { View } from "./view.ts";

export function MembersPage(props: {
  view: View;
  page: Page<MemberAnswer>;
  query: Record<string, string>;
  programs: Program[];
}) {
  const { view, page, query } = props;
  const w = view.words.members;
  return (
    <Layout view={view} title={w.title}>
      <search>
        <form class="filter" method="get" action="/owner/members">
          <label>
            {w.search}
            <input
              type="search"
              name="query"
              value={query.query ?? ""}
              maxlength={254}
              aria-describedby="hint"
            />
          </label>
          <label>
            {view.words.member.filter}
            <select name="state">
              <option value="">{view.words.member.all}</option>
              {(["active", "suspended"] as const).map((state) => (
                <option value={state} selected={query.state === state}>
                  {w.states[state]}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">{w.search}</button>
          <p id="hint" class="hint">
            {w.hint}
          </p>
        </form>
      </search>
      {page.items.length === 0 ? (
        <p class="empty">{w.none}</p>
      ) : (
        <CardTable heads={[w.who, w.code, w.state, w.since, w.rewards]}>
          {page.items.map((member) => (
            <MemberRow view={view} member={member} />
          ))}
        </CardTable>
      )}
      <Paging
        view={view}
        path="/owner/members"
        query={query}
        next={page.next}
      />
      <NewMember view={view} programs={props.programs} />
    </Layout>
  );
}

function MemberRow({ view, member }: { view: View; member: MemberAnswer }) {
  const w = view.words.members;
  const name = member.name ?? member.publicName;
  return (
    <tr>
      <td data-label={w.who}>
        <a href={`/owner/members/${encodeURIComponent(member.id)}`}>
          {name ?? member.externalId ?? w.noId}
        </a>
        {name && member.externalId ? <small>{member.externalId}</small> : null}
        {member.email ? <small>{member.email}</small> : null}
        {member.kind === "customer" ? null : (
          <small>{named(w.kinds, member.kind)}</small>
        )}
      </td>
      <td data-label={w.code}>
        <code>{member.code}</code>
      </td>
      <td data-label={w.state}>
        <span class={`state ${member.state}`}>{w.states[member.state]}</span>
      </td>
      <td data-label={w.since}>
        <Instant at={member.createdAt} view={view} />
      </td>
      <td data-label={w.rewards}>
        <a href={`/owner/rewards?member=${encodeURIComponent(member.id)}`}>
          {w.seeRewards}
        </a>
      </td>
    </tr>
  );
}
