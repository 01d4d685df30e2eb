/** @jsxImportSource hono/jsx */
import type { MemberAnswer } from "../../actions/answer-member.ts";
import type { RewardTotal } from "../../actions/reward-totals.ts";
import { named } from "../named.ts";
import { Instant } from "./instant.tsx";
import type { View } from "./view.ts";

/** Who a member is. */
export function MemberFacts({
  view,
  member,
}: {
  view: View;
  member: MemberAnswer;
}) {
  const { words } = view;
  const w = words.member;
  const lines: [string, string | null][] = [
    [words.members.who, member.externalId ?? words.members.noId],
    [w.email, member.email],
    [w.publicName, member.publicName],
    [w.kind, named(words.members.kinds, member.kind)],
    [w.program, named(view.programNames, member.program)],
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

/** What waits, what can be paid, what was given as codes, and what was paid, less what was taken back. */
export function MemberTotals({
  view,
  totals,
}: {
  view: View;
  totals: RewardTotal[];
}) {
  const { words, formats } = view;
  if (totals.length === 0) return null;
  const labels = { ...words.states, given: words.rewards.givenTotal };
  const standings = (["pending", "confirmed", "given", "paid"] as const).filter(
    (one) => totals.some(({ standing }) => standing === one),
  );
  return (
    <>
      <h2>{words.start.totals}</h2>
      <dl>
        {standings.map((one) => (
          <>
            <dt>{labels[one]}</dt>
            <dd>
              {totals
                .filter(({ standing }) => standing === one)
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
