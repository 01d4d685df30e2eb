/** @jsxImportSource hono/jsx */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { ProgramVersionAnswer } from "../../actions/list-program-versions.ts";
import type { RehearsalAnswer } from "../../actions/read-rehearsal.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { type Language, rememberLanguage, wordsIn } from "../language.ts";
import { named } from "../named.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { editedForm } from "./edited-form.ts";
import { checkForm, refusedFields } from "./field-errors.ts";
import { wholeFrom } from "./field-text.ts";
import type { FormFields } from "./form-fields.ts";
import { formOf } from "./form-of.ts";
import { isGrave } from "./outcome.tsx";
import { type Preview, RulesPage } from "./rules-page.tsx";
import { done, inForceOf, missing, text, viewOf } from "./rules-requests.tsx";
import { sameRules } from "./same-rules.ts";
import { simulationOf, simulatorFields } from "./simulation-of.ts";

type Ctx = Context<OwnerEnv>;

/** The rules as a form: edited, tried out, previewed, published. */
export function ownerRules(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read, writer, now } = deps;
  const rules = new Hono<OwnerEnv>();

  rules.get("/program", async (c) => {
    const inForce = await inForceOf(c, read);
    if (!inForce) return missing(c, c.var.view.words.problem.missing);
    const from = Number(c.req.query("from"));
    const shown =
      from > 0
        ? await read.programVersion({
            siteId: c.var.site.id,
            program: inForce.program.id,
            version: from,
          })
        : inForce;
    if (!shown) return missing(c, c.var.view.words.rules.versions.unknown);
    const { program } = shown;
    const fields = new Map([
      ...formOf(program),
      ...simulatorFields(program),
      ["days", "90"] as const,
    ]);
    return show(c, inForce, { fields });
  });

  rules.post("/program", async (c) => {
    const inForce = await inForceOf(c, read);
    if (!inForce) return missing(c, c.var.view.words.problem.missing);
    const { posted, act, base, previewed, allTheSame, site } =
      await formFrom(c);
    posted.set("id", inForce.program.id);
    const edited = editedForm(posted, act);
    if (edited) return show(c, inForce, { fields: edited });
    if (act === "language-ja" || act === "language-en") {
      speak(c, act === "language-ja" ? "ja" : "en");
      return show(c, inForce, { fields: posted });
    }
    if (act === "site") return chooseSite(c, inForce, posted, site);
    if (act === "rehearse") return rehearse(c, inForce, posted);
    if (act === "simulate") return show(c, inForce, { fields: posted });

    const { program, errors } = checked(c, posted);
    if (!program) return show(c, inForce, { fields: posted, errors });
    const siteId = c.var.site.id;
    const preview: Preview = {
      digest: digestOf(program),
      isSame: sameRules(program, inForce.program),
      warnings: await read.programWarnings({ siteId, program }),
    };
    const again = (problem: string | null) =>
      show(c, inForce, { fields: posted, preview, problem });
    if (act !== "publish") return again(null);

    const w = c.var.view.words.rules.outcome;
    if (preview.isSame) return again(w.same);
    if (base !== inForce.version) return again(w.stale(inForce.version));
    if (previewed !== preview.digest) return again(w.changedSince);
    if (preview.warnings.some(isGrave) && !allTheSame)
      return again(w.allTheSameNeeded);
    try {
      const basedOn = inForce.version;
      await writer.run("putProgram", { siteId, program, by: "owner", basedOn });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const refused = refusedFields(error, c.var.view.words);
      if (refused.size > 0)
        return show(c, inForce, { fields: posted, errors: refused });
      // Between reading and writing, somebody else published.
      if (error.code === "state_conflict")
        return again(w.stale(inForce.version + 1));
      const { codes, failed } = c.var.view.words.problem;
      return again(`${failed} ${named(codes, error.code)}`);
    }
    return done(c, program.id, w.published(inForce.version + 1));
  });

  function checked(c: Ctx, fields: FormFields) {
    const { words } = c.var.view;
    return checkForm(fields, { check: deps.checkProgram, words });
  }

  async function rehearse(
    c: Ctx,
    inForce: ProgramVersionAnswer,
    fields: FormFields,
  ) {
    const { program, errors } = checked(c, fields);
    const days = wholeFrom(fields.get("days") ?? "");
    const isSound = typeof days === "number" && days >= 1 && days <= 365;
    const problems = isSound
      ? errors
      : new Map([
          ...errors,
          ["days", c.var.view.words.rules.rehearsal.badDays],
        ]);
    const rehearsal =
      program && isSound
        ? await read.rehearsal({ siteId: c.var.site.id, program, days })
        : null;
    return show(c, inForce, { fields, errors: problems, rehearsal });
  }

  /** Another site, unless something would be lost by it: then that is said first. */
  async function chooseSite(
    c: Ctx,
    inForce: ProgramVersionAnswer,
    fields: FormFields,
    id: string,
  ) {
    const { program } = checked(c, fields);
    if (!program || !sameRules(program, inForce.program))
      return show(c, inForce, {
        fields,
        isLeaving: true,
        problem: c.var.view.words.rules.unpublished,
      });
    const site = await read.site({ id });
    const { session } = c.var;
    if (session && site?.id === id) session.siteId = id;
    return c.redirect("/owner/program", 303);
  }

  async function show(
    c: Ctx,
    inForce: ProgramVersionAnswer,
    shown: {
      fields: FormFields;
      errors?: ReadonlyMap<string, string>;
      preview?: Preview;
      rehearsal?: RehearsalAnswer | null;
      isLeaving?: boolean;
      problem?: string | null;
    },
  ) {
    const { fields, errors = new Map(), problem } = shown;
    const view = viewOf(c, inForce);
    const draft = checked(c, fields).program;
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
        now={now()}
      />,
      errors.size > 0 ? 422 : 200,
    );
  }

  return rules;
}

/** This page and those that follow are in another language. */
function speak(c: Ctx, language: Language): void {
  rememberLanguage(c, language);
  c.set("view", { ...c.var.view, language, words: wordsIn[language] });
}

/** What was posted: the fields of the rules, and what to do with them. */
async function formFrom(c: Ctx) {
  const {
    csrf,
    do: act,
    base,
    previewed,
    allTheSame,
    site,
    ...fields
  } = await c.req.parseBody();
  const posted = new Map(
    Object.entries(fields).map(([name, value]) => [name, text(value)]),
  );
  return {
    posted,
    act: text(act),
    base: Number(text(base)),
    previewed: text(previewed),
    allTheSame: text(allTheSame) === "on",
    site: text(site),
  };
}

/** Tells whether what is published is what was previewed. */
function digestOf(program: object): string {
  return createHash("sha256").update(JSON.stringify(program)).digest("hex");
}
