import { type Context, Hono } from "hono";
import { type Language, rememberLanguage, wordsIn } from "../language.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { showProblem } from "../show-problem.tsx";
import { editedForm } from "./edited-form.ts";
import type { FormFields } from "./form-fields.ts";
import { formOf } from "./form-of.ts";
import { postedForm } from "./posted-form.ts";
import { publishRules } from "./publish-rules.ts";
import { rehearseRules } from "./rehearse-rules.ts";
import { inForceOf } from "./rules-requests.ts";
import { sameRules } from "./same-rules.ts";
import { checkedRules, type Editing, showRules } from "./show-rules.tsx";
import { simulatorFields } from "./simulation-of.ts";

type Ctx = Context<OwnerEnv>;

/** The rules as a form: edited, tried out, previewed, published. */
export function ownerRules(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read } = deps;
  const rules = new Hono<OwnerEnv>();

  rules.get("/program", async (c) => {
    const inForce = await inForceOf(c, read);
    if (!inForce) return showProblem(c, c.var.view.words.problem.missing);
    const from = Number(c.req.query("from"));
    const shown =
      from > 0
        ? await read.programVersion({
            siteId: c.var.site.id,
            program: inForce.program.id,
            version: from,
          })
        : inForce;
    if (!shown) return showProblem(c, c.var.view.words.rules.versions.unknown);
    const { program } = shown;
    const fields = new Map([
      ...formOf(program),
      ...simulatorFields(program),
      ["days", "90"] as const,
    ]);
    return showRules({ c, deps, inForce }, { fields });
  });

  rules.post("/program", async (c) => {
    const inForce = await inForceOf(c, read);
    if (!inForce) return showProblem(c, c.var.view.words.problem.missing);
    const editing = { c, deps, inForce };
    const form = await postedForm(c);
    const { posted, act } = form;
    posted.set("id", inForce.program.id);
    const edited = editedForm(posted, act);
    if (edited) return showRules(editing, { fields: edited });
    if (act === "language-ja" || act === "language-en") {
      speak(c, act === "language-ja" ? "ja" : "en");
      return showRules(editing, { fields: posted });
    }
    if (act === "site") return chooseSite(editing, posted, form.site);
    if (act === "rehearse") return rehearseRules(editing, posted);
    if (act === "simulate") return showRules(editing, { fields: posted });
    return publishRules(editing, form);
  });

  return rules;
}

/** Another site, unless something would be lost by it: then that is said first. */
async function chooseSite(editing: Editing, fields: FormFields, id: string) {
  const { c, deps, inForce } = editing;
  const { program } = checkedRules(editing, fields);
  if (!program || !sameRules(program, inForce.program))
    return showRules(editing, {
      fields,
      isLeaving: true,
      problem: c.var.view.words.rules.unpublished,
    });
  const site = await deps.read.site({ id });
  const { session } = c.var;
  if (session && site?.id === id) session.siteId = id;
  return c.redirect("/owner/program", 303);
}

/** This page and those that follow are in another language. */
function speak(c: Ctx, language: Language): void {
  rememberLanguage(c, language);
  c.set("view", { ...c.var.view, language, words: wordsIn[language] });
}
