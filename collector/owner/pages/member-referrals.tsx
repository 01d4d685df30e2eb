/** @jsxImportSource hono/jsx */
import type { ReferralAnswer } from "../../actions/list-referrals.ts";
import type { Payee } from "../../actions/payee.ts";
import { named } from "../named.ts";
import { PayeeName } from "../payouts/payee-name.tsx";
import { CardTable } from "./card-table.tsx";
import { Instant } from "./instant.tsx";
import type { View } from "./view.ts";

/** Whom a member brought. */
export function MemberReferrals(props: {
  view: View;
  referrals: ReferralAnswer[];
  friends: ReadonlyMap<string, Payee>;
}) {
  const { view, referrals, friends } = props;
  const { words } = view;
  const w = words.member;
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

/** By what the shop calls them; else by Enishi's own id. */
function FriendName(props: { view: View; id: string; who: Payee | undefined }) {
  const { view, id, who } = props;
  if (who?.erased || who?.externalId || who?.name || who?.email)
    return <PayeeName view={view} payee={who} />;
  return <code>{id}</code>;
}
