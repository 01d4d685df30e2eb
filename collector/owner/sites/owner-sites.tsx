/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { DomainError } from "../../domain/domain-error.ts";
import { doing } from "../doing.ts";
import { startWork } from "../long-work.tsx";
import { originsOf } from "../origins-of.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { SettingsPage } from "./settings-page.tsx";
import { type SiteDraft, SitesPage } from "./sites-page.tsx";

type Ctx = Context<OwnerEnv>;
const by = "owner";
const list = "/owner/sites";
const settings = "/owner/sites/settings";
const sitesOnPage = 50;

/** Sites: their list, another one, and the settings of the one that is shown. */
export function ownerSites({ read, writer }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.get("/sites", async (c) => showList(c, draftFor(c), false));

  pages.post("/sites", async (c) => {
    const draft = await draftOf(c);
    const w = c.var.view.words.sites.list;
    try {
      const origins = await originsOf(c);
      const made = await writer.run("createSite", { ...draft, origins, by });
      return shown(c, made, w.made);
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

  pages.get("/sites/settings", async (c) => {
    const { site, view } = c.var;
    const { newnessUnknown } = await read.installation({ siteId: site.id });
    return page(
      c,
      <SettingsPage
        view={view}
        site={site}
        testSite={await read.testSite({ siteId: site.id })}
        isNewnessUnknown={newnessUnknown}
      />,
    );
  });

  pages.post("/sites/name", (c) =>
    doing(c, settings, async () => {
      const { name } = await c.req.parseBody();
      const siteId = c.var.site.id;
      await writer.run("changeSite", { siteId, name: String(name ?? ""), by });
      return c.var.view.words.sites.settings.renamed;
    }),
  );

  pages.post("/sites/consent", (c) =>
    doing(c, settings, async () => {
      const siteId = c.var.site.id;
      const consent = consentOf(await c.req.parseBody());
      await writer.run("changeSite", { siteId, consent, by });
      return c.var.view.words.sites.settings.consentSaved;
    }),
  );

  pages.post("/sites/origins", (c) =>
    doing(c, settings, async () => {
      await writer.run("changeOrigins", {
        siteId: c.var.site.id,
        origins: await originsOf(c),
        by,
      });
      return c.var.view.words.install.originsDone;
    }),
  );

  pages.post("/sites/test", async (c) => {
    const siteId = c.var.site.id;
    try {
      const made = await writer.run("createTestSite", { siteId, by });
      return shown(c, made, c.var.view.words.sites.settings.trialMade);
    } catch (error) {
      return doing(c, settings, () => Promise.reject(error));
    }
  });

  pages.post("/sites/settlement", async (c) => {
    const siteId = c.var.site.id;
    const { view } = c.var;
    const w = view.words.sites.settings;
    const { rewards: total } = await read.funnel({ siteId });
    return startWork(
      c,
      { title: w.settling, total: Math.max(1, total), back: settings },
      async (step) => {
        let confirmed = 0;
        let before = -1;
        // What cannot be confirmed, such as a gift without a code, waits for another reason from then on.
        while (before < confirmed) {
          before = confirmed;
          const done = await writer.run("settleTestRewards", { siteId, by });
          confirmed += done.confirmed;
          step(done.confirmed);
          if (!done.more) break;
        }
        return w.settled(view.formats.count(confirmed));
      },
    );
  });

  pages.post("/sites/reset", (c) =>
    doing(c, settings, async () => {
      const { sure } = await c.req.parseBody();
      const w = c.var.view.words.sites.settings;
      if (sure !== "yes")
        throw new DomainError("invalid_field", w.resetUnticked);
      await writer.run("resetTestSite", { siteId: c.var.site.id, by });
      return w.resetDone;
    }),
  );

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

/** From a site that was just made on: its keys are told this once. */
function shown(
  c: Ctx,
  made: {
    id: string;
    keys: { public: string; secret: string; signing: string };
  },
  text: string,
) {
  const { keys } = made;
  if (c.var.session) {
    c.var.session.siteId = made.id;
    c.var.session.news = {
      kind: "done",
      text,
      code: labelled(c, keys),
    };
  }
  return c.redirect(settings, 303);
}

/** Each below a comment that says where it goes, so that it can be copied as it is. */
function labelled(
  c: Ctx,
  keys: { public: string; secret: string; signing: string },
): string {
  const w = c.var.view.words.start.keys;
  return (["public", "secret", "signing"] as const)
    .map((of) => `# ${w[of]}\n${keys[of]}`)
    .join("\n\n");
}

function draftFor(c: Ctx): SiteDraft {
  const [program] = c.var.programs;
  return {
    name: "",
    origins: [],
    consent: c.var.site.consent,
    timeZone: program?.timeZone ?? "Asia/Tokyo",
    currency: program?.currency ?? "JPY",
  };
}

async function draftOf(c: Ctx): Promise<SiteDraft> {
  const body = await c.req.parseBody();
  const text = (name: string) => {
    const value = body[name];
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    name: text("name"),
    origins: text("origins").split(/\s+/).filter(Boolean),
    consent: consentOf(body),
    timeZone: text("timeZone"),
    currency: text("currency").toUpperCase(),
  };
}

/** The careful one, where it is not said. */
function consentOf(body: { consent?: unknown }): "granted" | "required" {
  return body.consent === "granted" ? "granted" : "required";
}

/** The list that the choice was made on: what is below it belongs to the site before. */
function placeBefore(c: Ctx): string {
  const referer = c.req.header("referer") ?? "";
  const path = URL.canParse(referer) ? new URL(referer).pathname : "";
  if (/^\/owner\/sites\/(settings|keys|customers)$/.test(path)) return path;
  return /^\/owner(?:\/[a-z]+)?/.exec(path)?.[0] ?? list;
}
