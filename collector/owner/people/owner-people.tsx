/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { normaliseCode } from "../../../sdk/protocol/code.ts";
import { personFile } from "../../actions/person-file.ts";
import type { MemberCase } from "../../actions/read-member.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { newsOf } from "../doing.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import type { News } from "../sessions.ts";
import { showProblem } from "../show-problem.tsx";
import { ErasurePage } from "./erasure-page.tsx";

type Ctx = Context<OwnerEnv>;
const by = "owner";

/** A person's data: handed out as a file, or erased. */
export function ownerPeople(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read, writer } = deps;
  const pages = new Hono<OwnerEnv>();

  pages.post("/members/:id/export", async (c) => {
    const found = (await memberOf(c))?.member;
    if (!found) return missing(c);
    const siteId = c.var.site.id;
    const data = await read.personData({ siteId, externalId: found.id });
    await writer.run("noteExport", { siteId, subject: found.id, by });
    return c.body(personFile(data, 2), 200, {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="enishi-${found.id}.json"`,
      "Cache-Control": "no-store",
    });
  });

  pages.get("/members/:id/erasure", async (c) => {
    const found = await memberOf(c);
    return found ? ask(c, found) : missing(c);
  });

  pages.post("/members/:id/erasure", async (c) => {
    const found = await memberOf(c);
    if (!found) return missing(c);
    const w = c.var.view.words.queue.person;
    const { code } = await c.req.parseBody();
    if (typeof code !== "string" || normaliseCode(code) !== found.member.code)
      return ask(c, found, { kind: "problem", text: w.wrongCode });
    const news = await newsOf(c, async () => {
      const siteId = c.var.site.id;
      await writer
        .run("erasePerson", { siteId, externalId: found.member.id, by })
        .catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
          if (error.code !== "state_conflict") throw error;
          // The one thing that erasure waits for.
          throw new DomainError("invalid_field", w.inPayout);
        });
      return w.erased;
    });
    if (news.kind === "problem") return ask(c, found, news);
    if (c.var.session) c.var.session.news = news;
    return c.redirect("/owner/members", 303);
  });

  function ask(c: Ctx, found: MemberCase, problem?: News) {
    const { view } = c.var;
    return page(
      c,
      <ErasurePage
        view={problem ? { ...view, news: problem } : view}
        member={found.member}
        totals={found.totals}
      />,
      problem ? 422 : 200,
    );
  }

  /** By Enishi's own id, or the shop's. */
  function memberOf(c: Ctx): Promise<MemberCase | null> {
    const member = c.req.param("id") ?? "";
    return read.member({ siteId: c.var.site.id, member });
  }

  return pages;
}

function missing(c: Ctx) {
  return showProblem(c, c.var.view.words.member.missing);
}
