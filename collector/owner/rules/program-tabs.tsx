/** @jsxImportSource hono/jsx */
import type { Program } from "../../domain/program.ts";
import type { View } from "../pages/view.ts";

/** Every programme of the site, where there are several. */
export function ProgramTabs(props: {
  view: View;
  programs: Program[];
  present: string;
}) {
  const { view, programs, present } = props;
  if (programs.length < 2) return null;
  const { rules, program: words } = view.words;
  return (
    <nav class="tabs" aria-label={rules.programs}>
      {programs.map(({ id, name, audience, state }) => (
        <a
          href={`/owner/program?${new URLSearchParams({ program: id })}`}
          aria-current={id === present ? "page" : undefined}
        >
          {name}
          <small>
            {rules.options.audience[audience]} · {words.state[state]}
          </small>
        </a>
      ))}
    </nav>
  );
}
