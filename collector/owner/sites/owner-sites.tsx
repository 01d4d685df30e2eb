/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { DomainError } from "../../domain/domain-error.ts";
import { originsOf } from "../origins-of.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { showMade } from "./show-made.ts";
import { draftFor, draftOf } from "./site-draft.ts";
import { type SiteDraft, SitesPage } from "./sites-page.tsx";

type Ctx = Context<OwnerEnv>;
const by = "owner";
const list = "/owner/sites";
const sitesOnPage = 50;

/** Sites: their list, another one, and which of them is shown. */
export function ownerSites({ read, writer }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.get("/sites", async (c) => showList(c, draftFor(c), false));

  pages.post("/sites", async (c) => {
    const draft = await draftOf(c);
    const w = c.var.view.words.sites.list;
    try {
      const origins = await originsOf(c);
      const made = await writer.run("createSite", { ...draft, origins, by });
      return showMade(c, made, w.made);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      c.var.view.news = { kind: "problem", text: error.message };
      return showList(c, draft, true);
    }
  });

  pages.post("/sites/choice", async (c) => {
    const { site: id } = await c.req.parseBody();
    const site = await read.site({ id: String(id) });
    const { session, view } = c.var;
    if (session && site && site.id === id) {
      session.siteId = site.id;
      session.news = {
        kind: "done",
        text: view.words.sites.list.nowShown(site.name),
      };
    }
    return c.redirect(placeBefore(c), 303);
  });

  async function showList(c: Ctx, draft: SiteDraft, isOpen: boolean) {
    const query = c.req.query("query")?.trim().slice(0, 100) ?? "";
    const number = Math.floor(Number(c.req.query("page")));
    const at = number >= 1 && number <= 100_000 ? number : 1;
    const { items, more } = await read.sites({
      query,
      offset: (at - 1) * sitesOnPage,
      limit: sitesOnPage,
    });
    return page(
      c,
      <SitesPage
        view={c.var.view}
        sites={items}
        more={more}
        page={at}
        query={query}
        draft={draft}
        isOpen={isOpen}
      />,
      isOpen ? 422 : 200,
    );
  }

  return pages;
}

/** The list that the choice was made on: what is below it belongs to the site before. */
function placeBefore(c: Ctx): string {
  const referer = c.req.header("referer") ?? "";
  const path = URL.canParse(referer) ? new URL(referer).pathname : "";
  if (/^\/owner\/sites\/(settings|keys|customers)$/.test(path)) return path;
  return /^\/owner(?:\/[a-z]+)?/.exec(path)?.[0] ?? list;
}
