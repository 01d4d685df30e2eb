/** @jsxImportSource hono/jsx */
import type { RewardAnswer } from "../../actions/answer-reward.ts";
import type { ReferralAnswer } from "../../actions/list-referrals.ts";
import type { Payee } from "../../actions/payee.ts";
import type { MemberCase } from "../../actions/read-member.ts";
import { reasonInWords } from "../audit/reason-in-words.ts";
import { named } from "../named.ts";
import { PersonData } from "../people/person-data.tsx";
import { Instant } from "./instant.tsx";
import { Layout } from "./layout.tsx";
import { MemberFacts, MemberTotals } from "./member-facts.tsx";
import { MemberReferrals } from "./member-referrals.tsx";
import { MemberRewards } from "./member-rewards.tsx";
import { MemberStanding } from "./member-standing.tsx";
import type { View } from "./view.ts";

/** One member: who they are, whom they brought, what they were promised, and what was done about them. */
export function MemberPage(props: {
  view: View;
  found: MemberCase;
  referrals: ReferralAnswer[];
  /** Who was referred, as far as the shop knows them, by their ids. */
  friends: ReadonlyMap<string, Payee>;
  rewards: RewardAnswer[];
  voided: ReadonlyMap<string, number>;
}) {
  const { view, found, referrals, rewards, voided } = props;
  const { member } = found;
  const { words } = view;
  const w = words.member;
  const title =
    member.name ?? member.publicName ?? member.externalId ?? words.members.noId;
  return (
    <Layout view={view} title={title}>
      <MemberFacts view={view} member={member} />
      <MemberStanding view={view} found={found} />
      <MemberTotals view={view} totals={found.totals} />
      <h2>{w.referrals}</h2>
      {referrals.length === 0 ? (
        <p class="hint">{w.noReferrals}</p>
      ) : (
        <MemberReferrals
          view={view}
          referrals={referrals}
          friends={props.friends}
        />
      )}
      <h2>{w.rewards}</h2>
      {rewards.length === 0 ? (
        <p class="hint">{w.noRewards}</p>
      ) : (
        <MemberRewards view={view} rewards={rewards} voided={voided} />
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
            {reason === null ? "" : `: ${reasonInWords(view, action, reason)}`}
            <small>
              <Instant at={at} view={view} />{" "}
              {named(words.queue.audit.actors, actor)}
            </small>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
