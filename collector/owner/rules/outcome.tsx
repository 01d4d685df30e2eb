/** @jsxImportSource hono/jsx */
import type { Program } from "../../domain/program.ts";
import type { Warning } from "../../domain/warning.ts";
import type { View } from "../pages/view.ts";
import { type Change, changesOf } from "./changes-of.ts";
import { lawLines } from "./law-lines.ts";
import { Notices } from "./notices.tsx";

/** What publishing would do: what changes, what to look at, what the law says; and the button that does it. */
export function Outcome(props: {
  view: View;
  inForce: Program;
  program: Program;
  /** Nothing differs. */
  isSame: boolean;
  warnings: Warning[];
}) {
  const { view, inForce, program, isSame, warnings } = props;
  const { outcome: w, warningCodes } = view.words.rules;
  return (
    <section id="outcome" class="panel" aria-labelledby="outcome-title">
      <h2 id="outcome-title">{w.title}</h2>
      <h3>{w.changes}</h3>
      {isSame ? (
        <p>{w.none}</p>
      ) : (
        <Changes view={view} changes={changesOf(view, inForce, program)} />
      )}
      <h3>{w.warnings}</h3>
      {warnings.length === 0 ? (
        <p>{w.noWarnings}</p>
      ) : (
        <Notices
          view={view}
          currency={program.currency}
          notices={warnings}
          words={warningCodes}
        />
      )}
      <h3>{w.law}</h3>
      <Law view={view} program={program} />
      {isSame ? null : (
        <p class="publish">
          {warnings.some(isGrave) ? (
            <label class="all-the-same">
              <input type="checkbox" name="allTheSame" value="on" />
              <span>{w.allTheSame}</span>
            </label>
          ) : null}
          <button type="submit" name="do" value="publish" class="main">
            {w.publish}
          </button>
          <span class="hint">{w.publishHint}</span>
        </p>
      )}
    </section>
  );
}

/** Such rules are published only by whoever says so once more. */
export function isGrave({ code }: Warning): boolean {
  return code === "can_lose_money";
}

export function Changes({ view, changes }: { view: View; changes: Change[] }) {
  const w = view.words.rules.outcome;
  return (
    <table class="changes cards">
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{w.changes}</span>
          </th>
          <th scope="col">{w.was}</th>
          <th scope="col">{w.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ label, was, becomes }) => (
          <tr>
            <th scope="row">{label}</th>
            <td data-label={w.was}>{was ?? w.absent}</td>
            <td data-label={w.becomes}>
              <strong>{becomes ?? w.absent}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Law({ view, program }: { view: View; program: Program }) {
  const w = view.words.rules.outcome;
  const lines = lawLines(view, program);
  if (lines.length === 0) return <p>{w.lawNone}</p>;
  return (
    <ul class="notices">
      {lines.map(({ text, isOver }) => (
        <li>
          {text}
          {isOver ? <small class="over">{w.lawOver}</small> : null}
        </li>
      ))}
    </ul>
  );
}
