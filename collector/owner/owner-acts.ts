import { type Context, Hono } from "hono";
import { confirmByHand } from "./confirm-by-hand.ts";
import { doing, reasonOf } from "./doing.ts";
import { originsOf } from "./origins-of.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";

/** What the owner can do to rewards and orders: each goes back to the list it came from, which says how it went. */
export function ownerActs({
  writer,
}: Pick<OwnerDeps, "writer">): Hono<OwnerEnv> {
  const acts = new Hono<OwnerEnv>();
  const by = "owner";

  acts.post("/rewards/:id/:act{confirmation|payment}", (c) => {
    const act = c.req.param("act") === "payment" ? "payment" : "confirmation";
    return doing(c, "/owner/rewards", async () => {
      const { words } = c.var.view;
      const of = { siteId: c.var.site.id, reward: c.req.param("id") };
      if (act === "payment") await writer.run("payReward", { ...of, by });
      else await confirmByHand(writer, words, of);
      return words.rewards.done[act];
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
      return c.var.view.words.member.suspended;
    }),
  );

  acts.post("/members/:id/lifting", (c) =>
    doing(c, memberPage(c), async () => {
      await writer.run("liftSuspension", {
        siteId: c.var.site.id,
        externalId: c.req.param("id"),
        by,
      });
      return c.var.view.words.member.lifted;
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

function memberPage(c: Context): string {
  return `/owner/members/${encodeURIComponent(c.req.param("id") ?? "")}`;
}
