/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { DomainError } from "../../domain/domain-error.ts";
import { named } from "../named.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { showProblem } from "../show-problem.tsx";
import { textIn } from "../text-in.ts";
import { keepTyped } from "../typed.tsx";
import { refusedFields } from "./field-errors.ts";
import { HistoryPage, VersionPage } from "./history-page.tsx";
import { addressOf, done, inForceOf, viewOf } from "./rules-requests.ts";

/** A programme's history, and new programmes as copies. */
export function ownerVersions(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read, writer, now } = deps;
  const rules = new Hono<OwnerEnv>();

  rules.post("/program/copies", async (c) => {
    const { view, site, programs } = c.var;
    const inForce = await inForceOf(c, read);
    if (!inForce) return showProblem(c, view.words.problem.missing);
    const body = await c.req.parseBody();
    const id = textIn(body.id).trim();
    const w = view.words.rules;
    const isTaken = programs.some((program) => program.id === id);
    const { value: program } = deps.checkProgram({
      ...inForce.program,
      id,
      name: textIn(body.name).trim(),
      audience: textIn(body.audience),
      state: "paused",
    });
    const refuse = async (problem: string) => {
      await keepTyped(c, problem);
      if (c.var.session)
        c.var.session.news = { kind: "problem", text: problem };
      return c.redirect(`${addressOf(inForce.program.id)}#copy`, 303);
    };
    const isGood = /^[a-z0-9][a-z0-9-]{0,39}$/.test(id);
    if (!isGood || isTaken || !program) {
      const problem = isTaken
        ? w.copyTaken
        : isGood
          ? w.expects.name
          : w.copyBadId;
      return refuse(problem);
    }
    try {
      await writer.run("putProgram", {
        siteId: site.id,
        program,
        by: "owner",
        basedOn: 0,
      });
    } catch (error) {
      // Such as a landing page on an origin that the site has lost since.
      if (!(error instanceof DomainError)) throw error;
      const { codes, failed } = view.words.problem;
      const [refused] = refusedFields(error, view.words).values();
      const why = refused ?? named(codes, error.code);
      return refuse(`${failed} ${why}`);
    }
    return done(c, id, w.copied);
  });

  rules.get("/program/history", async (c) => {
    const inForce = await inForceOf(c, read);
    if (!inForce) return showProblem(c, c.var.view.words.problem.missing);
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
    const inForce = await inForceOf(c, read);
    const version = inForce
      ? await read.programVersion({
          siteId: c.var.site.id,
          program: inForce.program.id,
          version: Number(c.req.param("version")),
        })
      : null;
    if (!inForce || !version)
      return showProblem(c, c.var.view.words.rules.versions.unknown);
    return page(
      c,
      <VersionPage view={viewOf(c, inForce)} version={version} now={now()} />,
    );
  });

  return rules;
}
