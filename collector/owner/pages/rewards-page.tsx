/** @jsxImportSource hono/jsx */
import type { RewardAnswer } from "../../actions/answer-reward.ts";
import type { MemberName } from "../../actions/member-names.ts";
import type { Page } from "../../actions/page.ts";
import type { Program } from "../../domain/program.ts";
import { BulkBar } from "../bulk/bulk-bar.tsx";
import { CardTable } from "./card-table.tsx";
import { Choice } from "./choice.tsx";
import { Layout } from "./layout.tsx";
import { Paging } from "./paging.tsx";
import { ProgramChoice } from "./program-choice.tsx";
import { RewardRow } from "./reward-row.tsx";
import type { View } from "./view.ts";

export function RewardsPage(props: {
  view: View;
  page: Page<RewardAnswer>;
  /** Whom the rewards are for, by the member's id. */
  names: ReadonlyMap<string, MemberName>;
  /** What was taken back unpaid, by the reward's id. */
  voided: ReadonlyMap<string, number>;
  /** Whether anything was given for what is above a cap. */
  hasOverflows: boolean;
  query: Record<string, string>;
  programs: Program[];
  now: number;
}) {
  const { view, page, names, voided, hasOverflows, query, now } = props;
  const w = view.words.rewards;
  return (
    <Layout view={view} title={w.title}>
      <form class="filter" method="get" action="/owner/rewards">
        {query.member ? (
          <input type="hidden" name="member" value={query.member} />
        ) : null}
        <Choice
          label={w.filter}
          name="state"
          of={view.words.states}
          all={w.all}
          chosen={query.state}
        />
        <ProgramChoice
          view={view}
          programs={props.programs}
          chosen={query.program}
        />
        <button type="submit">{w.show}</button>
      </form>
      {page.items.length === 0 ? (
        <p class="empty">{w.none}</p>
      ) : (
        <CardTable heads={[w.when, w.who, w.what, w.state, w.act]}>
          {page.items.map((reward) => (
            <RewardRow
              view={view}
              reward={reward}
              name={names.get(reward.member ?? "")}
              voidedMinor={voided.get(reward.id)}
              now={now}
            />
          ))}
        </CardTable>
      )}
      {hasOverflows ? (
        <p>
          <a href="/owner/rewards/overflows.csv" download>
            {view.words.overflow.file}
          </a>
        </p>
      ) : null}
      {page.items.length === 0 ? null : (
        <BulkBar
          view={view}
          action="/owner/rewards/bulk"
          of="rewards"
          acts={["confirm", "pay", "void"]}
          filter={Object.fromEntries(
            Object.entries(query).filter(([name]) => name !== "cursor"),
          )}
        />
      )}
      <Paging
        view={view}
        path="/owner/rewards"
        query={query}
        next={page.next}
      />
    </Layout>
  );
}
