/** @jsxImportSource hono/jsx */
import type { Program } from "../../domain/program.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";

export const memberKinds = ["customer", "partner", "employee"] as const;

/** Somebody becomes a member by the owner's hand, and has a link at once. */
export function NewMember(props: { view: View; programs: Program[] }) {
  const { view, programs } = props;
  const w = view.words.start;
  return (
    <details id="add">
      <summary>{w.addMember}</summary>
      <form class="lines" method="post" action="/owner/members">
        <Token csrf={view.csrf} />
        <p class="hint">{w.addHint}</p>
        <label>
          {w.externalId}
          <input
            name="externalId"
            required
            maxlength={200}
            autocomplete="off"
          />
        </label>
        <label>
          {w.name} ({w.optional})
          <input name="name" maxlength={100} autocomplete="off" />
        </label>
        <label>
          {w.email} ({w.optional})
          <input name="email" type="email" maxlength={254} autocomplete="off" />
        </label>
        <label>
          {w.kind}
          <select name="kind">
            {memberKinds.map((kind) => (
              <option value={kind}>{view.words.members.kinds[kind]}</option>
            ))}
          </select>
        </label>
        <label>
          {w.program}
          <select name="program">
            {programs.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
        </label>
        <button type="submit">{w.add}</button>
      </form>
    </details>
  );
}
