/** @jsxImportSource hono/jsx */
import type { Program } from "../../domain/program.ts";
import type { View } from "./view.ts";

/** Of which programme a page speaks, where there are several. */
export function ProgramChoice(props: {
  view: View;
  programs: Program[];
  chosen: string | undefined;
}) {
  const { view, programs, chosen } = props;
  const w = view.words.start;
  if (programs.length < 2) return null;
  return (
    <label>
      {w.program}
      <select name="program">
        <option value="">{w.allPrograms}</option>
        {programs.map(({ id, name }) => (
          <option value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
