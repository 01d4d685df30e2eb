/** @jsxImportSource hono/jsx */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { ProgramVersionAnswer } from "../../actions/list-program-versions.ts";
import type { RehearsalAnswer } from "../../actions/read-rehearsal.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { formatsFor } from "../formats.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import type { View } from "../pages/layout.tsx";
import { ProblemPage } from "../pages/problem-page.tsx";
import { editedForm } from "./edited-form.ts";
import { checkForm } from "./field-errors.ts";
import { wholeFrom } from "./field-text.ts";
import type { FormFields } from "./form-fields.ts";
import { formOf } from "./form-of.ts";
import { HistoryPage, VersionPage } from "./history-page.tsx";
import { RulesPage } from "./rules-page.tsx";
import { sameRules } from "./same-rules.ts";
import { simulationOf, simulatorFields } from "./simulation-of.ts";

type Ctx = Context<OwnerEnv>;

/** The rules as a form, their history, and new programmes as copies. */
export function ownerRules(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read, writer, now } = deps;
  const rules = new Hono<OwnerEnv>();

  rules.get("/program", async (c) => {
    const inForce = await inForceOf(c);
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
    const inForce = await inForceOf(c);
    if (!inForce) return missing(c, c.var.view.words.problem.missing);
    const { posted, act, base, previewed } = await formFrom(c);
    posted.set("id", inForce.program.id);
    const edited = editedForm(posted, act);
    if (edited) return show(c, inForce, { fields: edited });
    if (act === "rehearse") return rehearse(c, inForce, posted);
    if (act === "simulate") return show(c, inForce, { fields: posted });

    const { program, errors } = checked(c, posted);
    if (!program) return show(c, inForce, { fields: posted, errors });
    const preview = {
      digest: digestOf(program),
      isSame: sameRules(program, inForce.program),
    };
    const again = (problem: string | null) =>
      show(c, inForce, { fields: posted, preview, problem });
    if (act !== "publish") return again(null);

    const w = c.var.view.words.rules.outcome;
    if (preview.isSame) return again(w.same);
    if (base !== inForce.version) return again(w.stale(inForce.version));
    if (previewed !== preview.digest) return again(w.changedSince);
    const siteId = c.var.site.id;
    try {
      const basedOn = inForce.version;
      await writer.run("putProgram", { siteId, program, by: "owner", basedOn });
    } catch (error) {
      // Between reading and writing, somebody else published.
      if (!(error instanceof DomainError)) throw error;
      return again(w.stale(inForce.version + 1));
    }
    return done(c, program.id, w.published(inForce.version + 1));
  });

  rules.post("/program/copies", async (c) => {
    const { view, site, programs } = c.var;
    const inForce = await inForceOf(c);
    if (!inForce) return missing(c, view.words.problem.missing);
    const body = await c.req.parseBody();
    const id = text(body.id).trim();
    const w = view.words.rules;
    const isTaken = programs.some((program) => program.id === id);
    const { value: program } = deps.checkProgram({
      ...inForce.program,
      id,
      name: text(body.name).trim(),
      audience: text(body.audience),
      state: "paused",
    });
    const isGood = /^[a-z0-9][a-z0-9-]{0,39}$/.test(id);
    if (!isGood || isTaken || !program) {
      const problem = isTaken
        ? w.copyTaken
        : isGood
          ? w.expects.name
          : w.copyBadId;
      if (c.var.session)
        c.var.session.news = { kind: "problem", text: problem };
      return c.redirect(addressOf(inForce.program.id), 303);
    }
    await writer.run("putProgram", {
      siteId: site.id,
      program,
      by: "owner",
      basedOn: 0,
    });
    return done(c, id, w.copied);
  });

  rules.get("/program/history", async (c) => {
    const inForce = await inForceOf(c);
    if (!inForce) return missing(c, c.var.view.words.problem.missing);
    const { id } = inForce.program;
    const siteId = c.var.site.id;
    const cursor = c.req.query("cursor")?.slice(0, 12);
    const found = await read.programVersions({
      siteId,
      program: id,
      cursor,
      limit: 20,
    });
    const last = found.items.at(-1);
    const before =
      found.next && last
        ? await read.programVersion({
            siteId,
            program: id,
            version: last.version - 1,
          })
        : null;
    return page(
      c,
      <HistoryPage
        view={viewOf(c, inForce)}
        programs={c.var.programs}
        program={id}
        page={found}
        before={before}
        query={{ program: id, ...(cursor ? { cursor } : {}) }}
      />,
    );
  });

  rules.get("/program/versions/:version{[0-9]{1,9}}", async (c) => {
    const inForce = await inForceOf(c);
    const version = inForce
      ? await read.programVersion({
          siteId: c.var.site.id,
          program: inForce.program.id,
          version: Number(c.req.param("version")),
        })
      : null;
    if (!inForce || !version)
      return missing(c, c.var.view.words.rules.versions.unknown);
    return page(
      c,
      <VersionPage view={viewOf(c, inForce)} version={version} now={now()} />,
    );
  });

  async function inForceOf(c: Ctx): Promise<ProgramVersionAnswer | null> {
    const { programs, site } = c.var;
    const first = programs.find(({ id }) => id === "default") ?? programs[0];
    const id = c.req.query("program") ?? first?.id;
    return id === undefined
      ? null
      : read.programVersion({ siteId: site.id, program: id });
  }

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

  function show(
    c: Ctx,
    inForce: ProgramVersionAnswer,
    shown: {
      fields: FormFields;
      errors?: ReadonlyMap<string, string>;
      preview?: { digest: string; isSame: boolean };
      rehearsal?: RehearsalAnswer | null;
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
        now={now()}
      />,
      errors.size > 0 ? 422 : 200,
    );
  }

  function done(c: Ctx, program: string, news: string) {
    if (c.var.session) c.var.session.news = { kind: "done", text: news };
    return c.redirect(addressOf(program), 303);
  }

  return rules;
}

/** What was posted: the fields of the rules, and what to do with them. */
async function formFrom(c: Ctx) {
  const { csrf, do: act, base, previewed, ...fields } = await c.req.parseBody();
  const posted = new Map(
    Object.entries(fields).map(([name, value]) => [name, text(value)]),
  );
  return {
    posted,
    act: text(act),
    base: Number(text(base)),
    previewed: text(previewed),
  };
}

/** Instants of a programme are told in its own time zone. */
function viewOf(c: Ctx, { program }: ProgramVersionAnswer): View {
  const { view } = c.var;
  const { timeZone } = program;
  return { ...view, timeZone, formats: formatsFor(view.language, timeZone) };
}

function missing(c: Ctx, problem: string) {
  return page(c, <ProblemPage view={c.var.view} text={problem} />, 404);
}

function addressOf(program: string): string {
  return `/owner/program?${new URLSearchParams({ program })}`;
}

/** Tells whether what is published is what was previewed. */
function digestOf(program: object): string {
  return createHash("sha256").update(JSON.stringify(program)).digest("hex");
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
