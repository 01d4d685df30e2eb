/** @jsxImportSource hono/jsx */
import type { MemberAnswer } from "../../actions/answer-member.ts";
import type { RewardAnswer } from "../../actions/answer-reward.ts";
import type { ReferralAnswer } from "../../actions/lists.ts";
import type { Payee } from "../../actions/payee.ts";
import type { MemberCase } from "../../actions/read-member.ts";
import type { RewardTotal } from "../../actions/reward-totals.ts";
import { named } from "../named.ts";
import { PayeeName } from "../payouts/payee-name.tsx";
import { PersonData } from "../people/person-data.tsx";
import { CardTable } from "./card-table.tsx";
import { Instant } from "./instant.tsx";
import { Layout } from "./layout.tsx";
import { RewardState, standingOf } from "./reward-state.tsx";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

/** One member: who they are, whom they brought, what they were promised, and what was done about them. */
export function MemberPage(props: {
  view: View;
  found: MemberCase;
  referrals: ReferralAnswer[];
  /** Who was referred, as far as the shop knows them, by their ids. */
  friends: ReadonlyMap<string, Payee>;
  rewards: RewardAnswer[];
}) {
  const { view, found, referrals, rewards } = props;
  const { member } = found;
  const { words } = view;
  const w = words.desk.member;
  const title =
    member.name ?? member.publicName ?? member.externalId ?? words.members.noId;
  return (
    <Layout view={view} title={title}>
      <Details view={view} member={member} />
      <Standing view={view} found={found} />
      <Totals view={view} totals={found.totals} />
      <h2>{w.referrals}</h2>
      {referrals.length === 0 ? (
        <p class="hint">{w.noReferrals}</p>
      ) : (
        <Referrals view={view} referrals={referrals} friends={props.friends} />
      )}
      <h2>{w.rewards}</h2>
      {rewards.length === 0 ? (
        <p class="hint">{w.noRewards}</p>
      ) : (
        <Rewards view={view} rewards={rewards} />
      )}
      <p>
        <a href={`/owner/rewards?member=${encodeURIComponent(member.id)}`}>
          {w.allRewards}
        </a>
      </p>
      <PersonData view={view} member={member} />
      <h2>{w.audit}</h2>
      {found.audit.length === 0 ? <p class="hint">{w.noAudit}</p> : null}
      <ul class="notices">
        {found.audit.map(({ at, actor, action, reason }) => (
          <li>
            {named({ ...words.queue.audit.actions, ...w.actions }, action)}
            {reason === null ? "" : `: ${reason}`}
            <small>
              <Instant at={at} view={view} />{" "}
              {named(words.rules.versions.actors, actor)}
            </small>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

function Details({ view, member }: { view: View; member: MemberAnswer }) {
  const { words } = view;
  const w = words.desk.member;
  const lines: [string, string | null][] = [
    [words.members.who, member.externalId ?? words.members.noId],
    [w.email, member.email],
    [w.publicName, member.publicName],
    [w.kind, named(words.members.kinds, member.kind)],
    [w.program, member.program],
    [words.members.code, member.code],
    [w.link, member.link],
  ];
  return (
    <dl>
      {lines.map(([label, text]) => (
        <>
          <dt>{label}</dt>
          <dd>{text ?? w.none}</dd>
        </>
      ))}
      <dt>{words.members.since}</dt>
      <dd>
        <Instant at={member.createdAt} view={view} />
      </dd>
    </dl>
  );
}

/** Active or suspended, and the way from one to the other. */
function Standing({ view, found }: { view: View; found: MemberCase }) {
  const { member, suspendedBecause } = found;
  const w = view.words.desk.member;
  const path = `/owner/members/${encodeURIComponent(member.id)}`;
  return (
    <section>
      <h2>{view.words.members.state}</h2>
      <p>
        <span class={`state ${member.state}`}>
          {view.words.members.states[member.state]}
        </span>
        {suspendedBecause === null ? null : (
          <small>
            {w.because}: {suspendedBecause}
          </small>
        )}
      </p>
      {member.state === "suspended" ? (
        <form method="post" action={`${path}/lifting`}>
          <Token csrf={view.csrf} />
          <button type="submit">{w.lift}</button>
        </form>
      ) : (
        <details class="void">
          <summary>{w.suspend}</summary>
          <form method="post" action={`${path}/suspension`}>
            <Token csrf={view.csrf} />
            <p class="hint">{w.suspendHint}</p>
            <label>
              {w.reason}
              <input
                name="reason"
                required
                maxlength={200}
                autocomplete="off"
              />
            </label>
            <button type="submit" class="danger">
              {w.suspend}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}

/** What waits, what can be paid, and what was paid, less what was taken back. */
function Totals({ view, totals }: { view: View; totals: RewardTotal[] }) {
  const { words, formats } = view;
  if (totals.length === 0) return null;
  const states = (["pending", "confirmed", "paid"] as const).filter((state) =>
    totals.some((total) => total.state === state),
  );
  return (
    <>
      <h2>{words.start.totals}</h2>
      <dl>
        {states.map((state) => (
          <>
            <dt>{words.states[state]}</dt>
            <dd>
              {totals
                .filter((total) => total.state === state)
                .map(({ amountMinor, currency }) => (
                  <strong class="item">
                    {formats.money(amountMinor, currency)}
                  </strong>
                ))}
            </dd>
          </>
        ))}
      </dl>
    </>
  );
}

/** By what the shop calls them; else by Enishi's own id. */
function FriendName(props: { view: View; id: string; who: Payee | undefined }) {
  const { view, id, who } = props;
  if (who?.erased || who?.externalId || who?.name || who?.email)
    return <PayeeName view={view} payee={who} />;
  return <code>{id}</code>;
}

function Referrals(props: {
  view: View;
  referrals: ReferralAnswer[];
  friends: ReadonlyMap<string, Payee>;
}) {
  const { view, referrals, friends } = props;
  const { words } = view;
  const w = words.desk.member;
  return (
    <CardTable heads={[w.since, w.friend, w.by, w.stage]}>
      {referrals.map((referral) => (
        <tr>
          <td data-label={w.since}>
            <Instant at={referral.touchAt} view={view} />
          </td>
          <td data-label={w.friend}>
            <FriendName
              view={view}
              id={referral.friend}
              who={friends.get(referral.friend)}
            />
          </td>
          <td data-label={w.by}>{w.ways[referral.by]}</td>
          <td data-label={w.stage}>
            {named(words.steps, referral.stage)}
            {referral.verified ? null : (
              <small>{named(words.reasons, "unverified")}</small>
            )}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

function Rewards({ view, rewards }: { view: View; rewards: RewardAnswer[] }) {
  const { words, formats } = view;
  const w = words.rewards;
  return (
    <CardTable heads={[w.when, w.what, w.state]}>
      {rewards.map((reward) => (
        <tr>
          <td data-label={w.when}>
            <Instant at={reward.createdAt} view={view} />
          </td>
          <td data-label={w.what}>
            <strong>
              {formats.money(standingOf(reward), reward.currency)}
            </strong>{" "}
            {named(words.kinds, reward.kind)}
            <small>
              {w.to[reward.to]}
              {words.program.comma}
              <a
                href={`/owner/orders/${encodeURIComponent(reward.conversion)}`}
              >
                {w.forStep(named(words.steps, reward.on))}
              </a>
            </small>
          </td>
          <td data-label={w.state}>
            <RewardState view={view} reward={reward} />
            {reward.because ? (
              <small>{named(words.reasons, reward.because)}</small>
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
        </tr>
      ))}
    </CardTable>
  );
}
