/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { ProgramVersionAnswer } from "../../actions/list-program-versions.ts";
import type { RehearsalAnswer } from "../../actions/read-rehearsal.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { checkForm } from "./field-errors.ts";
import type { FormFields } from "./form-fields.ts";
import { type Preview, RulesPage } from "./rules-page.tsx";
import { viewOf } from "./rules-requests.ts";
import { simulationOf } from "./simulation-of.ts";

/** A request about the rules of one programme. */
export interface Editing {
  c: Context<OwnerEnv>;
  deps: OwnerDeps;
  inForce: ProgramVersionAnswer;
}

/** What the page shows besides the rules in force. */
interface Shown {
  fields: FormFields;
  errors?: ReadonlyMap<string, string>;
  preview?: Preview;
  rehearsal?: RehearsalAnswer | null;
  isLeaving?: boolean;
  problem?: string | null;
}

/** The form with these fields, and beside it what they would come to. */
export function showRules(editing: Editing, shown: Shown) {
  const { c, deps, inForce } = editing;
  const { fields, errors = new Map(), problem } = shown;
  const view = viewOf(c, inForce);
  const draft = checkedRules(editing, fields).program;
  return page(
    c,
    <RulesPage
      view={
        problem ? { ...view, news: { kind: "problem", text: problem } } : view
      }
      programs={c.var.programs}
      inForce={inForce}
      fields={fields}
      errors={errors}
      draft={draft}
      simulation={draft && simulationOf(draft, fields)}
      rehearsal={shown.rehearsal ?? null}
      preview={shown.preview ?? null}
      isLeaving={shown.isLeaving ?? false}
      now={deps.now()}
    />,
    errors.size > 0 ? 422 : 200,
  );
}

/** The rules that the fields make, or what is wrong with them. */
export function checkedRules({ c, deps }: Editing, fields: FormFields) {
  const { words } = c.var.view;
  return checkForm(fields, { check: deps.checkProgram, words });
}
