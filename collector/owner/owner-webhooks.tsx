/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { maxUrlLength } from "../../sdk/protocol/limits.ts";
import { webhookTypes } from "../../sdk/protocol/webhook.ts";
import { doing, problemText } from "./doing.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { page } from "./page.ts";
import type { NewEndpoint } from "./pages/endpoint-form.tsx";
import { WebhooksPage } from "./pages/webhooks-page.tsx";

type Ctx = Context<OwnerEnv>;
const states = ["pending", "delivered", "failed"] as const;
const place = "/owner/webhooks";

/** Addresses that are told what happens, and what came of it. */
export function ownerWebhooks(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read, writer } = deps;
  const pages = new Hono<OwnerEnv>();
  const by = "owner";

  pages.get("/webhooks", (c) => show(c, { url: "", events: webhookTypes }));

  pages.post("/webhooks", async (c) => {
    const { url: typed, ...body } = await c.req.parseBody();
    const w = c.var.view.words.webhooks;
    const url = (typeof typed === "string" ? typed : "").trim();
    const events = webhookTypes.filter((type) => Object.hasOwn(body, type));
    const again = (problem: string) => show(c, { url, events }, problem);
    if (url.length > maxUrlLength) return again(w.urlRefused);
    if (events.length === 0) return again(w.eventsNeeded);
    try {
      await deps.refuseWebhookUrl(url);
    } catch (error) {
      return again(`${w.urlRefused} ${problemText(c, error)}`);
    }
    return doing(c, place, async () => {
      const { secret } = await writer.run("createEndpoint", {
        siteId: c.var.site.id,
        url,
        events,
        by,
      });
      return { kind: "done", text: w.secret, code: secret };
    });
  });

  pages.post("/webhooks/:id/tests", (c) =>
    doing(c, place, async () => {
      const endpoint = c.req.param("id");
      await writer.run("testEndpoint", { siteId: c.var.site.id, endpoint });
      return c.var.view.words.webhooks.tested;
    }),
  );

  pages.post("/webhooks/:id/enabling", (c) =>
    doing(c, place, async () => {
      const endpoint = c.req.param("id");
      const siteId = c.var.site.id;
      await writer.run("enableEndpoint", { siteId, endpoint, by });
      return c.var.view.words.webhooks.enabled;
    }),
  );

  pages.post("/webhooks/deliveries/:id/attempts", (c) =>
    doing(c, place, async () => {
      const delivery = c.req.param("id");
      const siteId = c.var.site.id;
      await writer.run("resendDelivery", { siteId, delivery, by });
      return c.var.view.words.webhooks.sentAgain;
    }),
  );

  pages.post("/webhooks/:id/deletion", (c) =>
    doing(c, place, async () => {
      const endpoint = c.req.param("id");
      const siteId = c.var.site.id;
      await writer.run("deleteEndpoint", { siteId, endpoint, by });
      return c.var.view.words.webhooks.removed;
    }),
  );

  async function show(c: Ctx, form: NewEndpoint, problem?: string) {
    const siteId = c.var.site.id;
    const { view } = c.var;
    const state = states.find((one) => one === c.req.query("state"));
    const cursor = c.req.query("cursor")?.slice(0, 100);
    const endpoints = await read.endpoints({ siteId });
    const deliveries = await read.deliveries({ siteId, state, cursor });
    const query = {
      ...(state ? { state } : {}),
      ...(cursor ? { cursor } : {}),
    };
    return page(
      c,
      <WebhooksPage
        view={
          problem ? { ...view, news: { kind: "problem", text: problem } } : view
        }
        endpoints={endpoints}
        deliveries={deliveries}
        query={query}
        form={form}
      />,
      problem ? 422 : 200,
    );
  }

  return pages;
}
