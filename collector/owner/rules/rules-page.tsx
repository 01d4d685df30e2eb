/** @jsxImportSource hono/jsx */
import type { ProgramVersionAnswer } from "../../actions/list-program-versions.ts";
import type { RehearsalAnswer } from "../../actions/read-rehearsal.ts";
import type { Program } from "../../domain/program.ts";
import type { Warning } from "../../domain/warning.ts";
import { Layout } from "../pages/layout.tsx";
import { ProgramInWords } from "../pages/program-in-words.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { type FormView, fieldId, labelOf } from "./controls.tsx";
import { CopyForm } from "./copy-form.tsx";
import type { FormFields } from "./form-fields.ts";
import { Outcome } from "./outcome.tsx";
import { ProgramTabs } from "./program-tabs.tsx";
import { Rehearsal } from "./rehearsal.tsx";
import { RuleSections } from "./rule-sections.tsx";
import type { FormSimulation } from "./simulation-of.ts";
import { Simulator } from "./simulator.tsx";

export interface Preview {
  /** Tells whether what is published is what was previewed. */
  digest: string;
  isSame: boolean;
  warnings: Warning[];
}

export interface RulesPageProps {
  view: View;
  programs: Program[];
  inForce: ProgramVersionAnswer;
  fields: FormFields;
  errors: ReadonlyMap<string, string>;
  /** The form's rules, where nothing is wrong with them. */
  draft: Program | null;
  simulation: FormSimulation | null;
  rehearsal: RehearsalAnswer | null;
  /** Asked for, and possible. */
  preview: Preview | null;
  /** Another site was chosen while something is not published: chosen again, it is lost. */
  isLeaving: boolean;
  now: number;
}

/** The rules as a form, with the simulator beside it. */
export function RulesPage(props: RulesPageProps) {
  const { view, programs, inForce, fields, errors, draft, preview } = props;
  const { program } = inForce;
  const w = view.words.rules;
  const action = `/owner/program?${new URLSearchParams({ program: program.id })}`;
  const currency = fields.get("currency")?.trim() || program.currency;
  const form: FormView = { view, fields, errors, currency };
  return (
    <Layout
      view={view}
      title={view.words.program.title}
      isWide
      unsaved="rules"
      isLeaving={props.isLeaving}
    >
      <ProgramTabs view={view} programs={programs} present={program.id} />
      <p class="intro">
        {w.inForce(inForce.version, view.formats.instant(inForce.createdAt))}{" "}
        <a
          href={`/owner/program/history?${new URLSearchParams({ program: program.id })}`}
        >
          {w.history}
        </a>
        {programs[0]?.id === program.id ? null : (
          <>
            {view.words.program.comma}
            <a href="/owner/install#joining">{view.words.start.joining}</a>
          </>
        )}
      </p>
      <details class="in-words">
        <summary>{w.inWords}</summary>
        <ProgramInWords view={view} program={program} now={props.now} />
      </details>
      <form id="rules" method="post" action={action} class="rules" novalidate>
        <Token csrf={view.csrf} />
        <input type="hidden" name="base" value={inForce.version} />
        <input type="hidden" name="previewed" value={preview?.digest ?? ""} />
        <div class="form">
          <Wrong form={form} />
          {draft && preview ? (
            <Outcome
              view={view}
              inForce={program}
              program={draft}
              isSame={preview.isSame}
              warnings={preview.warnings}
            />
          ) : null}
          <p class="hint">{w.intro}</p>
          <RuleSections form={form} action={action} />
          <p class="bar">
            <button
              type="submit"
              name="do"
              value="preview"
              class={preview?.isSame === false ? undefined : "main"}
            >
              {w.preview}
            </button>
            <span class="hint">{w.previewHint}</span>
          </p>
        </div>
        <div class="beside">
          <Simulator
            form={form}
            action={action}
            program={draft}
            simulation={props.simulation}
          />
          <Rehearsal form={form} action={action} answer={props.rehearsal} />
        </div>
      </form>
      <CopyForm view={view} program={program} />
    </Layout>
  );
}

/** What is wrong, with a way to each field. */
function Wrong({ form }: { form: FormView }) {
  const { errors, view } = form;
  if (errors.size === 0) return null;
  return (
    // Focused, since without a script nothing else leads there.
    <div class="news problem" role="alert" tabindex={-1} autofocus>
      <p>{view.words.rules.wrong(errors.size)}</p>
      <ul>
        {[...errors].map(([name, message]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{fieldLabel(form, name)}</a>:{" "}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function fieldLabel(form: FormView, name: string): string {
  const [, to, part] = /\.(referrer|friend)\.(amount|name)$/.exec(name) ?? [];
  const { side } = form.view.words.rules;
  if (to !== undefined)
    return `${side[to as "referrer" | "friend"]}: ${side[part as "amount" | "name"]}`;
  return name === "days"
    ? form.view.words.rules.rehearsal.days
    : labelOf(form, name);
}
