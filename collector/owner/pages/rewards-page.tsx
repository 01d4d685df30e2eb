/** @jsxImportSource hono/jsx */
import type { RewardAnswer } from "../../actions/answer-reward.ts";
import type { MemberName } from "../../actions/names-of.ts";
import type { Page } from "../../actions/page.ts";
import type { Program } from "../../domain/program.ts";
import { may } from "../../domain/reward-state.ts";
import { BulkBar, Choose } from "../bulk/bulk-bar.tsx";
import { named } from "../named.ts";
import { CardTable } from "./card-table.tsx";
import { Choice } from "./choice.tsx";
import { Instant } from "./instant.tsx";
import { Layout } from "./layout.tsx";
import { Paging } from "./paging.tsx";
import { ProgramChoice } from "./program-choice.tsx";
import { RewardState, standingOf } from "./reward-state.tsx";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

export function RewardsPage(props: {
  view: View;
  page: Page<RewardAnswer>;
  /** Whom the rewards are for, by the member's id. */
  names: ReadonlyMap<string, MemberName>;
  /** Whether anything was given for what is above a cap. */
  hasOverflows: boolean;
  query: Record<string, string>;
  programs: Program[];
  now: number;
}) {
  const { view, page, names, hasOverflows, query, now } = props;
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

function RewardRow(props: {
  view: View;
  reward: RewardAnswer;
  name: MemberName | undefined;
  now: number;
}) {
  const { view, reward, name, now } = props;
  const { words, formats } = view;
  const w = words.rewards;
  return (
    <tr>
      <td data-label={w.when}>
        {may(reward.state, "pay") || may(reward.state, "void") ? (
          <Choose
            view={view}
            id={reward.id}
            label={words.queue.choose(
              `${formats.money(reward.amountMinor, reward.currency)} ${formats.instant(reward.createdAt)}`,
            )}
          />
        ) : null}
        <Instant at={reward.createdAt} view={view} />
      </td>
      <td data-label={w.who}>
        <Who view={view} reward={reward} name={name} />
      </td>
      <td data-label={w.what}>
        <strong>{formats.money(standingOf(reward), reward.currency)}</strong>{" "}
        {named(words.kinds, reward.kind)}
        <small>
          <a href={`/owner/orders/${encodeURIComponent(reward.conversion)}`}>
            {w.forStep(named(words.steps, reward.on))}
          </a>
        </small>
        {reward.cappedBy.map((cap) => (
          <small>{named(words.caps, cap)}</small>
        ))}
        {reward.overflow ? (
          <small>
            {words.overflow[reward.overflow.kind](
              reward.overflow.name,
              formats.money(reward.overflow.valueMinor, reward.currency),
            )}
          </small>
        ) : null}
      </td>
      <td data-label={w.state}>
        <RewardState view={view} reward={reward} />
        {reward.because ? (
          <small>{named(words.reasons, reward.because)}</small>
        ) : null}
        {reward.state === "pending" &&
        reward.confirmableAt !== null &&
        reward.confirmableAt > now ? (
          <small>{w.from(formats.day(reward.confirmableAt))}</small>
        ) : null}
        {reward.compensationMinor < 0 ? (
          <small>
            {w.taken(
              formats.money(-reward.compensationMinor, reward.currency),
              formats.money(reward.amountMinor, reward.currency),
            )}
          </small>
        ) : null}
      </td>
      <td data-label={w.act}>
        <Acts view={view} reward={reward} now={now} />
      </td>
    </tr>
  );
}

function Who(props: {
  view: View;
  reward: RewardAnswer;
  name: MemberName | undefined;
}) {
  const { view, reward, name } = props;
  const w = view.words.rewards;
  const who = w.to[reward.to];
  if (reward.member !== null) {
    const { externalId = null } = name ?? {};
    const called = name?.name ?? externalId;
    return (
      <>
        <a href={`/owner/members/${encodeURIComponent(reward.member)}`}>
          {called ?? view.words.members.noId}
        </a>
        {externalId !== null && externalId !== called ? (
          <small>{externalId}</small>
        ) : null}
        <small>{who}</small>
      </>
    );
  }
  return (
    <>
      {who}
      <small>{w.notJoined}</small>
    </>
  );
}

function Acts(props: { view: View; reward: RewardAnswer; now: number }) {
  const { view, reward, now } = props;
  const w = view.words.rewards;
  const path = `/owner/rewards/${encodeURIComponent(reward.id)}`;
  const early = reward.confirmableAt !== null && reward.confirmableAt > now;
  const unverified = reward.because === "unverified";
  const held = reward.because === "fraud_hold";
  // An empty cell, so that the narrow layout leaves it out.
  if (!may(reward.state, "pay") && !may(reward.state, "void")) return null;
  return (
    <div class="acts">
      {unverified && reward.state === "pending" ? (
        <a href={`/owner/orders/${encodeURIComponent(reward.conversion)}`}>
          {w.verifyFirst}
        </a>
      ) : null}
      {held && reward.state === "pending" ? (
        <a href="/owner/queue/held">{view.words.queue.lookFirst}</a>
      ) : null}
      {may(reward.state, "confirm") && !unverified && !held ? (
        <Act view={view} action={`${path}/confirmation`}>
          {early ? w.confirmEarly : w.confirm}
        </Act>
      ) : null}
      {may(reward.state, "pay") ? (
        <Act view={view} action={`${path}/payment`}>
          {w.pay}
        </Act>
      ) : null}
      {may(reward.state, "void") ? (
        <VoidForm
          view={view}
          action={`${path}/void`}
          label={w.void}
          hint={w.voidHint}
        />
      ) : null}
    </div>
  );
}

function Act(props: { view: View; action: string; children: string }) {
  return (
    <form method="post" action={props.action}>
      <Token csrf={props.view.csrf} />
      <button type="submit">{props.children}</button>
    </form>
  );
}

/** A form that asks for a reason before it takes something back. */
export function VoidForm(props: {
  view: View;
  action: string;
  label: string;
  hint?: string;
}) {
  const { view, action, label, hint } = props;
  return (
    <details class="void">
      <summary>{label}</summary>
      <form method="post" action={action}>
        <Token csrf={view.csrf} />
        {hint ? <p class="hint">{hint}</p> : null}
        <label>
          {view.words.rewards.reason}
          <input name="reason" required maxlength={200} autocomplete="off" />
        </label>
        <button type="submit" class="danger">
          {view.words.rewards.void}
        </button>
      </form>
    </details>
  );
}
