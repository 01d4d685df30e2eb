/** @jsxImportSource hono/jsx */
import type { MemberCase } from "../../actions/read-member.ts";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";
import { VoidForm } from "./void-form.tsx";

/** Active or suspended, and the way from one to the other. */
export function MemberStanding({
  view,
  found,
}: {
  view: View;
  found: MemberCase;
}) {
  const { member, suspendedBecause } = found;
  const w = view.words.member;
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
        <VoidForm
          view={view}
          action={`${path}/suspension`}
          label={w.suspend}
          hints={[w.suspendHint]}
          reason={w.reason}
          button={w.suspend}
        />
      )}
    </section>
  );
}
