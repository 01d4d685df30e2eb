/** @jsxImportSource hono/jsx */
import type { MemberAnswer } from "../../actions/answer-member.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";

/** What can be done about a person's data: hand it out, or erase it. */
export function PersonData(props: { view: View; member: MemberAnswer }) {
  const { view, member } = props;
  const w = view.words.queue.person;
  const path = `/owner/members/${encodeURIComponent(member.id)}`;
  return (
    <section>
      <h2>{w.title}</h2>
      <p class="hint">{w.exportHint}</p>
      <div class="acts">
        <form method="post" action={`${path}/export`}>
          <Token csrf={view.csrf} />
          <button type="submit">{w.export}</button>
        </form>
        <a class="danger" href={`${path}/erasure`}>
          {w.erase}
        </a>
      </div>
    </section>
  );
}
