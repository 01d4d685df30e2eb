import { type Context, Hono } from "hono";
import { normaliseCode } from "../../../sdk/protocol/code.ts";
import type { Waiting } from "../../actions/list-queue.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { doing, reasonOf } from "../doing.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { answerId } from "./answer-form.tsx";
import { queuePath } from "./queue-path.ts";
import { remedyId } from "./remedy-form.tsx";
import { creditId } from "./unmatched-order.tsx";

type Ctx = Context<OwnerEnv>;
const by = "owner";

/** The owner's word about what waits, one by one; of many at once see `owner-many.tsx`. */
export function queueActs({ read, writer }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.post("/queue/:tab{unverified|held}/:id/confirm", (c) => {
    const tab: Waiting = c.req.param("tab") === "held" ? "held" : "unverified";
    return doing(c, queuePath(tab), async () => {
      const input = {
        siteId: c.var.site.id,
        conversion: c.req.param("id"),
        by,
      };
      if (tab === "held") await writer.run("releaseHold", input);
      else await writer.run("verifyConversion", input);
      return c.var.view.words.queue.done.confirm[tab];
    });
  });

  pages.post("/queue/:tab{unverified|held}/:id/void", (c) => {
    const tab: Waiting = c.req.param("tab") === "held" ? "held" : "unverified";
    return doing(c, queuePath(tab), async () => {
      const input = {
        siteId: c.var.site.id,
        conversion: c.req.param("id"),
        reason: await reasonOf(c),
        by,
      };
      if (tab === "held") await writer.run("voidHeld", input);
      else await writer.run("refuseConversion", input);
      return c.var.view.words.queue.done.void[tab];
    });
  });

  pages.post("/queue/disputed/:id/answer", (c) => {
    const dispute = c.req.param("id");
    const answer = async () => {
      const w = c.var.view.words.queue;
      const decision = await fieldOf(c, "decision");
      const message = (await fieldOf(c, "message")).slice(0, 1_000);
      if ((decision !== "upheld" && decision !== "declined") || !message)
        throw new DomainError("invalid_field", w.answerNeeded);
      await writer.run("settleDispute", {
        siteId: c.var.site.id,
        dispute,
        decision,
        message,
        by,
      });
      return w.answered;
    };
    return doing(c, queuePath("disputed"), answer, answerId(dispute));
  });

  pages.post("/queue/disputed/:id/credit", (c) =>
    doing(
      c,
      queuePath("disputed"),
      async () =>
        credit(c, await fieldOf(c, "conversion"), await fieldOf(c, "member")),
      remedyId(c.req.param("id")),
    ),
  );

  pages.post("/queue/unmatched/:id/credit", (c) =>
    doing(
      c,
      queuePath("unmatched"),
      async () => credit(c, c.req.param("id"), await memberOf(c)),
      creditId(c.req.param("id")),
    ),
  );

  async function credit(c: Ctx, conversion: string, member: string) {
    await writer.run("creditByHand", {
      siteId: c.var.site.id,
      conversion,
      member,
      reason: await reasonOf(c),
      by,
    });
    return c.var.view.words.queue.credited;
  }

  /** Whoever was typed, else chosen. Throws `invalid_field` in the reader's language. */
  async function memberOf(c: Ctx): Promise<string> {
    const typed = await fieldOf(c, "typed");
    const w = c.var.view.words.queue;
    if (!typed) {
      const chosen = await fieldOf(c, "member");
      if (chosen) return chosen;
      throw new DomainError("invalid_field", w.whoNeeded);
    }
    const siteId = c.var.site.id;
    const byId = await read.member({ siteId, member: typed });
    if (byId) return byId.member.id;
    const code = normaliseCode(typed);
    const { items } = await read.members({ siteId, query: typed });
    const byCode = items.find((one) => one.code === code);
    if (byCode) return byCode.id;
    throw new DomainError("invalid_field", w.nobody);
  }

  return pages;
}

async function fieldOf(c: Ctx, name: string): Promise<string> {
  const body = await c.req.parseBody();
  const value = body[name];
  return typeof value === "string" ? value.trim().slice(0, 1_000) : "";
}
