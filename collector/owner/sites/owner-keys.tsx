/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { OverlapHours } from "../../actions/replace-keys.ts";
import { doing } from "../doing.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { KeysPage } from "./keys-page.tsx";

type Ctx = Context<OwnerEnv>;
const by = "owner";
const place = "/owner/sites/keys";

/** The keys of the site that is shown: making, replacing and ending them. */
export function ownerKeys({ read, writer }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.get("/sites/keys", async (c) => {
    const keys = await read.keys({ siteId: c.var.site.id });
    return page(c, <KeysPage view={c.var.view} keys={keys} />);
  });

  pages.post("/sites/keys/api", (c) =>
    making(c, async (siteId) => {
      const { label } = await c.req.parseBody();
      return writer.run("createApiKey", {
        siteId,
        label: typeof label === "string" ? label : "",
        by,
      });
    }),
  );

  pages.post("/sites/keys/api/:id/replacement", (c) =>
    making(c, async (siteId) =>
      writer.run("replaceApiKey", {
        siteId,
        id: c.req.param("id"),
        overlapHours: await overlapOf(c),
        by,
      }),
    ),
  );

  pages.post("/sites/keys/signing", (c) =>
    making(c, async (siteId) =>
      writer.run("replaceSigningKey", {
        siteId,
        overlapHours: await overlapOf(c),
        by,
      }),
    ),
  );

  pages.post("/sites/keys/public", (c) =>
    doing(c, place, async () => {
      const siteId = c.var.site.id;
      const { key } = await writer.run("replacePublicKey", { siteId, by });
      const text = c.var.view.words.sites.keys.publicMade;
      return { kind: "done", text, code: key };
    }),
  );

  pages.post("/sites/keys/api/:id/ending", (c) => ending(c, "endApiKey"));
  pages.post("/sites/keys/former/:id/ending", (c) => ending(c, "endFormerKey"));

  function ending(c: Ctx, act: "endApiKey" | "endFormerKey") {
    return doing(c, place, async () => {
      const id = c.req.param("id") ?? "";
      await writer.run(act, { siteId: c.var.site.id, id, by });
      return c.var.view.words.sites.keys.ended;
    });
  }

  return pages;
}

/** Makes a secret key, and shows it this once. */
function making(c: Ctx, make: (siteId: string) => Promise<{ key: string }>) {
  return doing(c, place, async () => {
    const { key } = await make(c.var.site.id);
    const text = c.var.view.words.sites.keys.shown;
    return { kind: "done", text, code: key };
  });
}

async function overlapOf(c: Ctx): Promise<OverlapHours> {
  const { overlap } = await c.req.parseBody();
  return overlap === "0" ? 0 : overlap === "168" ? 168 : 24;
}
