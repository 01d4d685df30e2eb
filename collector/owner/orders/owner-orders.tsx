/** @jsxImportSource hono/jsx */
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import type { OrderState } from "../../actions/list-orders.ts";
import type { RefundReason } from "../../actions/taken-back.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { problemText } from "../doing.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { showProblem } from "../show-problem.tsx";
import { keepTyped } from "../typed.tsx";
import { amountTyped } from "./amount-typed.ts";
import { ChangePage } from "./change-page.tsx";
import { OrderListPage } from "./order-list-page.tsx";
import { OrderPage } from "./order-page.tsx";
import { moneyOf, orderPath } from "./order-view.tsx";
import { RefundPage } from "./refund-page.tsx";

type Ctx = Context<OwnerEnv>;

/** All orders, the page of one, and what a refund of it would take. */
export function ownerOrders({ read }: Pick<OwnerDeps, "read">) {
  const pages = new Hono<OwnerEnv>();

  pages.get("/orders", async (c) => {
    const siteId = c.var.site.id;
    const { states } = c.var.view.words.order;
    const id = c.req.query("id")?.trim().slice(0, 254) || undefined;
    const asked = c.req.query("state") ?? "";
    const state = Object.hasOwn(states, asked)
      ? (asked as OrderState)
      : undefined;
    const cursor = c.req.query("cursor")?.slice(0, 100) || undefined;
    const found = await read.orders({ siteId, id, state, cursor });
    const names = await read.names({
      siteId,
      ids: found.items.map(({ attributed }) => attributed?.member ?? null),
    });
    const query = {
      ...(id ? { id } : {}),
      ...(state ? { state } : {}),
      ...(cursor ? { cursor } : {}),
    };
    return page(
      c,
      <OrderListPage
        view={c.var.view}
        page={found}
        names={names}
        query={query}
      />,
    );
  });

  pages.get("/orders/:id", async (c) => {
    const siteId = c.var.site.id;
    const found = await read.order({ siteId, order: c.req.param("id") });
    if (!found) return missing(c);
    const { conversion, touches, rewards, disputes } = found;
    const names = await read.names({
      siteId,
      ids: [
        conversion.attributed?.member ?? null,
        ...[...touches, ...rewards, ...disputes].map(({ member }) => member),
      ],
    });
    return page(c, <OrderPage view={c.var.view} found={found} names={names} />);
  });

  pages.get("/orders/:id/refund", async (c) => {
    const siteId = c.var.site.id;
    const found = await read.order({ siteId, order: c.req.param("id") });
    if (!found) return missing(c);
    const { conversion: order } = found;
    const reason: RefundReason =
      c.req.query("reason") === "chargeback" ? "chargeback" : "refund";
    const left = (order.amountMinor ?? 0) - order.refundedMinor;
    const typed = amountTyped(c.req.query("amount") ?? "", order.currency);
    const amountMinor = typed === undefined ? left : typed || null;
    const preview =
      amountMinor === null
        ? null
        : await read
            .refundPreview({
              siteId,
              conversion: order.id,
              amountMinor,
              reason,
            })
            .catch(noneIfRefused);
    if (!preview) {
      const { badAmount } = c.var.view.words.order;
      const most = moneyOf(c.var.view, left, order.currency);
      return refused(c, order.id, badAmount(most));
    }
    return page(
      c,
      <RefundPage
        view={c.var.view}
        order={order}
        preview={preview}
        reason={reason}
        refundId={`owner-${randomUUID()}`}
      />,
    );
  });

  pages.get("/orders/:id/change", async (c) => {
    const siteId = c.var.site.id;
    const found = await read.order({ siteId, order: c.req.param("id") });
    if (!found) return missing(c);
    const { conversion: order } = found;
    const { change } = c.var.view.words.order;
    const [amountMinor, grossProfitMinor] = ["amount", "gross"].map((name) =>
      amountTyped(c.req.query(name) ?? "", order.currency),
    );
    const isNothing =
      amountMinor === undefined && grossProfitMinor === undefined;
    if (isNothing || amountMinor === null || grossProfitMinor === null)
      return refused(c, order.id, change.bad);
    const asked = { amountMinor, grossProfitMinor };
    try {
      const preview = await read.changePreview({
        siteId,
        conversion: order.id,
        ...asked,
      });
      return page(
        c,
        <ChangePage
          view={c.var.view}
          order={order}
          preview={preview}
          asked={asked}
          changeId={`owner-${randomUUID()}`}
        />,
      );
    } catch (error) {
      return refused(c, order.id, problemText(c, error));
    }
  });

  return pages;
}

/** Back to the order, which says what is wrong. */
async function refused(c: Ctx, id: string, text: string) {
  await keepTyped(c, text);
  if (c.var.session) c.var.session.news = { kind: "problem", text };
  return c.redirect(orderPath(id), 303);
}

function noneIfRefused(error: unknown): null {
  if (error instanceof DomainError) return null;
  throw error;
}

function missing(c: Ctx) {
  return showProblem(c, c.var.view.words.order.missing);
}
