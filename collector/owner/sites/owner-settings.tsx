/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { DomainError } from "../../domain/domain-error.ts";
import { doing } from "../doing.ts";
import { startWork } from "../long-work.tsx";
import { originsOf } from "../origins-of.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { SettingsPage } from "./settings-page.tsx";
import { showMade } from "./show-made.ts";
import { consentOf } from "./site-draft.ts";

const by = "owner";
const settings = "/owner/sites/settings";

/** The settings of the site that is shown, and its test site. */
export function ownerSettings({ read, writer }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

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
      const { site, view } = c.var;
      const consent = consentOf(await c.req.parseBody());
      await writer.run("changeSite", { siteId: site.id, consent, by });
      const w = view.words.sites.settings;
      return consent === site.consent
        ? w.consentSaved
        : w.consentChanged(consent);
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
      return showMade(c, made, c.var.view.words.sites.settings.trialMade);
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

  pages.post("/sites/closing", (c) =>
    doing(c, settings, async () => {
      const { sure } = await c.req.parseBody();
      const w = c.var.view.words.sites.closing;
      if (sure !== "yes") throw new DomainError("invalid_field", w.unticked);
      await writer.run("closeSite", { siteId: c.var.site.id, by });
      return w.done;
    }),
  );

  pages.post("/sites/reopening", (c) =>
    doing(c, settings, async () => {
      await writer.run("reopenSite", { siteId: c.var.site.id, by });
      return c.var.view.words.sites.closing.reopened;
    }),
  );

  return pages;
}
