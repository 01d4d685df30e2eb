import { type Context, Hono } from "hono";
import { DomainError } from "../domain/domain-error.ts";
import { originOf } from "../domain/origin-of.ts";
import { named } from "./named.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import type { News } from "./sessions.ts";

/** What the owner can do to rewards and orders: each goes back to the list it came from, which says how it went. */
export function ownerActs({
  writer,
}: Pick<OwnerDeps, "writer">): Hono<OwnerEnv> {
  const acts = new Hono<OwnerEnv>();
  const by = "owner";

  acts.post("/rewards/:id/:act{confirmation|payment}", (c) => {
    const act = c.req.param("act") === "payment" ? "payment" : "confirmation";
    return doing(c, "/owner/rewards", async () => {
      await writer.run(act === "payment" ? "payReward" : "confirmReward", {
        siteId: c.var.site.id,
        reward: c.req.param("id"),
        by,
      });
      return c.var.view.words.rewards.done[act];
    });
  });

  acts.post("/members/:id/suspension", (c) =>
    doing(c, memberPage(c), async () => {
      await writer.run("suspendMember", {
        siteId: c.var.site.id,
        externalId: c.req.param("id"),
        reason: await reasonOf(c),
        by,
      });
      return c.var.view.words.desk.member.suspended;
    }),
  );

  acts.post("/members/:id/lifting", (c) =>
    doing(c, memberPage(c), async () => {
      await writer.run("liftSuspension", {
        siteId: c.var.site.id,
        externalId: c.req.param("id"),
        by,
      });
      return c.var.view.words.desk.member.lifted;
    }),
  );

  acts.post("/rewards/:id/void", (c) =>
    doing(c, "/owner/rewards", async () => {
      await writer.run("voidReward", {
        siteId: c.var.site.id,
        reward: c.req.param("id"),
        reason: await reasonOf(c),
        by,
      });
      return c.var.view.words.rewards.done.void;
    }),
  );

  acts.post("/orders/:id/verification", (c) =>
    doing(c, "/owner/orders", async () => {
      await writer.run("verifyConversion", {
        siteId: c.var.site.id,
        conversion: c.req.param("id"),
        by,
      });
      return c.var.view.words.orders.done.verification;
    }),
  );

  acts.post("/orders/:id/void", (c) =>
    doing(c, "/owner/orders", async () => {
      await writer.run("refuseConversion", {
        siteId: c.var.site.id,
        conversion: c.req.param("id"),
        reason: await reasonOf(c),
        by,
      });
      return c.var.view.words.orders.done.void;
    }),
  );

  acts.post("/install/origins", (c) =>
    doing(c, "/owner/install", async () => {
      await writer.run("changeOrigins", {
        siteId: c.var.site.id,
        origins: await originsOf(c),
        by,
      });
      return c.var.view.words.install.originsDone;
    }),
  );

  return acts;
}

/** The lines of the form that say something. Throws `invalid_field` in the reader's language. */
async function originsOf(c: Context<OwnerEnv>): Promise<string[]> {
  const { origins } = await c.req.parseBody();
  const lines = (typeof origins === "string" ? origins : "")
    .split(/\s+/)
    .filter(Boolean);
  const wrong = lines.find((line) => originOf(line) === null);
  if (lines.length && wrong === undefined) return lines;
  throw new DomainError(
    "invalid_field",
    c.var.view.words.install.originsWrong(wrong?.slice(0, 100) ?? ""),
  );
}

/** Why something is taken back: the customer may be told. Throws `invalid_field` where it was left out. */
async function reasonOf(c: Context<OwnerEnv>): Promise<string> {
  const { reason } = await c.req.parseBody();
  const given = typeof reason === "string" ? reason.trim() : "";
  if (given) return given.slice(0, 200);
  const message = c.var.view.words.problem.reasonNeeded;
  throw new DomainError("invalid_field", message, [
    { path: "reason", message },
  ]);
}

async function doing(
  c: Context<OwnerEnv>,
  list: string,
  act: () => Promise<string>,
): Promise<Response> {
  const news = await act().then(
    (text): News => ({ kind: "done", text }),
    (error): News => ({ kind: "problem", text: problemText(c, error) }),
  );
  if (c.var.session) c.var.session.news = news;
  return c.redirect(listFrom(c, list), 303);
}

/** What a refusal means in the reader's language; anything but a refusal is thrown on. */
function problemText(c: Context<OwnerEnv>, error: unknown): string {
  if (!(error instanceof DomainError)) throw error;
  const { problem } = c.var.view.words;
  const known = named(problem.codes, error.code);
  const text = known === error.code ? error.message : known;
  return `${problem.failed} ${text}`;
}

/** The list with the filter and page that the form was on. */
function listFrom(c: Context, list: string): string {
  const referer = c.req.header("referer") ?? "";
  if (!URL.canParse(referer)) return list;
  const { pathname, search } = new URL(referer);
  return pathname === list ? `${pathname}${search}` : list;
}

function memberPage(c: Context): string {
  return `/owner/members/${encodeURIComponent(c.req.param("id") ?? "")}`;
}
