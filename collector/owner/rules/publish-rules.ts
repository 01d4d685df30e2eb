import { createHash } from "node:crypto";
import { DomainError } from "../../domain/domain-error.ts";
import type { Program } from "../../domain/program.ts";
import { named } from "../named.ts";
import { refusedFields } from "./field-errors.ts";
import { isGrave } from "./outcome.tsx";
import type { postedForm } from "./posted-form.ts";
import type { Preview } from "./rules-page.tsx";
import { done } from "./rules-requests.ts";
import { sameRules } from "./same-rules.ts";
import { checkedRules, type Editing, showRules } from "./show-rules.tsx";

/** Shows what a form would change and, where that was seen and is meant, publishes it. */
export async function publishRules(
  editing: Editing,
  form: Awaited<ReturnType<typeof postedForm>>,
) {
  const { c, deps, inForce } = editing;
  const { posted: fields, act, base, previewed, allTheSame } = form;
  const { program, errors } = checkedRules(editing, fields);
  if (!program) return showRules(editing, { fields, errors });
  const preview = await previewOf(editing, program);
  const again = (problem: string | null) =>
    showRules(editing, { fields, preview, problem });
  if (act !== "publish") return again(null);

  const w = c.var.view.words.rules.outcome;
  if (preview.isSame) return again(w.same);
  if (base !== inForce.version) return again(w.stale(inForce.version));
  if (previewed !== preview.digest) return again(w.changedSince);
  if (preview.warnings.some(isGrave) && !allTheSame)
    return again(w.allTheSameNeeded);
  try {
    const siteId = c.var.site.id;
    const basedOn = inForce.version;
    await deps.writer.run("putProgram", {
      siteId,
      program,
      by: "owner",
      basedOn,
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refused = refusedFields(error, c.var.view.words);
    if (refused.size > 0)
      return showRules(editing, { fields, errors: refused });
    // Between reading and writing, somebody else published.
    if (error.code === "state_conflict")
      return again(w.stale(inForce.version + 1));
    const { codes, failed } = c.var.view.words.problem;
    return again(`${failed} ${named(codes, error.code)}`);
  }
  return done(c, program.id, w.published(inForce.version + 1));
}

async function previewOf(
  { c, deps, inForce }: Editing,
  program: Program,
): Promise<Preview> {
  const siteId = c.var.site.id;
  return {
    digest: digestOf(program),
    isSame: sameRules(program, inForce.program),
    warnings: await deps.read.programWarnings({ siteId, program }),
  };
}

/** Tells whether what is published is what was previewed. */
function digestOf(program: object): string {
  return createHash("sha256").update(JSON.stringify(program)).digest("hex");
}
