import { type Context, Hono } from "hono";
import { normaliseCode } from "../../../sdk/protocol/code.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { doing, reasonOf } from "../doing.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { orderPath } from "./order-view.tsx";

type Ctx = Context<OwnerEnv>;
const by = "owner";

/** What the owner does about an order: each goes back to where it was asked from, which says how it went. */
export function orderActs({
  read,
  writer,
}: Pick<OwnerDeps, "read" | "writer">) {
  const acts = new Hono<OwnerEnv>();

  acts.post("/orders/:id/verification", (c) =>
    doing(c, cameFrom(c), async () => {
      await writer.run("verifyConversion", { ...orderOf(c), by });
      return c.var.view.words.order.done.verification;
    }),
  );

  acts.post("/orders/:id/void", (c) =>
    doing(c, cameFrom(c), async () => {
      const reason = await reasonOf(c);
      await writer.run("refuseConversion", { ...orderOf(c), reason, by });
      return c.var.view.words.order.done.void;
    }),
  );

  acts.post("/orders/:id/release", (c) =>
    doing(c, cameFrom(c), async () => {
      await writer.run("releaseHold", { ...orderOf(c), by });
      return c.var.view.words.queue.done.confirm.held;
    }),
  );

  acts.post("/orders/:id/taking-back", (c) =>
    doing(c, cameFrom(c), async () => {
      const reason = await reasonOf(c);
      await writer.run("voidHeld", { ...orderOf(c), reason, by });
      return c.var.view.words.queue.done.void.held;
    }),
  );

  acts.post("/orders/:id/refunds", (c) =>
    doing(c, orderPath(c.req.param("id")), async () => {
      const { amountMinor, what, refundId } = await c.req.parseBody();
      const note = await reasonOf(c);
      const reason = what === "chargeback" ? "chargeback" : "refund";
      await writer.run("refundConversion", {
        ...orderOf(c),
        refundId: wholeText(refundId),
        amountMinor: Number(wholeText(amountMinor)),
        reason,
        note,
        by,
      });
      return c.var.view.words.order.done[reason];
    }),
  );

  acts.post("/orders/:id/changes", (c) =>
    doing(c, orderPath(c.req.param("id")), async () => {
      const form = await c.req.parseBody();
      const minor = (name: string) =>
        form[name] === undefined ? undefined : Number(wholeText(form[name]));
      await writer.run("changeOrder", {
        ...orderOf(c),
        changeId: wholeText(form.changeId),
        amountMinor: minor("amountMinor"),
        grossProfitMinor: minor("grossProfitMinor"),
        note: await reasonOf(c),
        by,
      });
      return c.var.view.words.order.change.done;
    }),
  );

  acts.post("/orders/:id/credit", (c) =>
    doing(c, orderPath(c.req.param("id")), async () => {
      const reason = await reasonOf(c);
      const member = await memberTyped(c, read);
      await writer.run("creditByHand", { ...orderOf(c), member, reason, by });
      return c.var.view.words.order.done.credit;
    }),
  );

  return acts;
}

function orderOf(c: Ctx) {
  return { siteId: c.var.site.id, conversion: c.req.param("id") ?? "" };
}

/** The list that the form stood in, else the order's own page. */
function cameFrom(c: Ctx): string {
  const referer = c.req.header("referer") ?? "";
  const path = URL.canParse(referer) ? new URL(referer).pathname : "";
  return path === "/owner/queue" || path === "/owner/orders"
    ? path
    : orderPath(c.req.param("id") ?? "");
}

/** Whose id, code or mail address was typed. Throws `invalid_field` where it is nobody's. */
async function memberTyped(c: Ctx, read: OwnerDeps["read"]): Promise<string> {
  const { member } = await c.req.parseBody();
  const typed = wholeText(member).trim();
  const { items } = await read.members({
    siteId: c.var.site.id,
    query: typed,
    limit: 10,
  });
  const code = normaliseCode(typed);
  const found = items.find(
    (one) =>
      one.id === typed ||
      one.externalId === typed ||
      one.code === code ||
      one.email?.toLowerCase() === typed.toLowerCase(),
  );
  if (typed && found) return found.id;
  throw new DomainError(
    "invalid_field",
    c.var.view.words.order.noMember(typed.slice(0, 100)),
  );
}

function wholeText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
