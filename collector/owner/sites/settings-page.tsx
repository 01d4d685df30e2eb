/** @jsxImportSource hono/jsx */
import type { SiteRecord } from "../../actions/read-site.ts";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { Closing } from "./closing.tsx";
import { NewnessNotice } from "./newness-notice.tsx";
import { ConsentChoice, OriginsField } from "./site-fields.tsx";
import { SiteTabs } from "./site-tabs.tsx";

export function SettingsPage(props: {
  view: View;
  site: SiteRecord;
  testSite: { id: string; name: string } | null;
  isNewnessUnknown: boolean;
}) {
  const { view, site, testSite, isNewnessUnknown } = props;
  const w = view.words.sites.settings;
  const { csrf } = view;
  return (
    <Layout view={view} title={w.title}>
      <SiteTabs view={view} />
      {isNewnessUnknown ? <NewnessNotice view={view} /> : null}
      <form class="lines" method="post" action="/owner/sites/name">
        <Token csrf={csrf} />
        <label>
          {w.name}
          <input
            type="text"
            name="name"
            required
            maxlength={100}
            value={site.name}
            autocomplete="off"
          />
        </label>
        <button type="submit">{w.rename}</button>
      </form>

      <h2>{w.origins}</h2>
      <form class="lines" method="post" action="/owner/sites/origins">
        <Token csrf={csrf} />
        <OriginsField view={view} origins={site.origins} />
        <button type="submit">{view.words.install.originsSave}</button>
      </form>

      <h2>{w.consentTitle}</h2>
      <form class="lines" method="post" action="/owner/sites/consent">
        <Token csrf={csrf} />
        <ConsentChoice view={view} consent={site.consent} />
        <p class="hint">{w.consentHint}</p>
        <button type="submit">{w.consentSave}</button>
      </form>

      <h2>{w.trial}</h2>
      <p class="intro">{w.trialIntro}</p>
      {site.test ? (
        <Trial view={view} />
      ) : testSite ? (
        <form method="post" action="/owner/sites/choice">
          <Token csrf={csrf} />
          <input type="hidden" name="site" value={testSite.id} />
          {w.trialThere} <button type="submit">{testSite.name}</button>
        </form>
      ) : (
        <form method="post" action="/owner/sites/test">
          <Token csrf={csrf} />
          <button type="submit">{w.trialMake}</button>
        </form>
      )}

      <Closing view={view} site={site} />
    </Layout>
  );
}

/** What can only be done where nothing counts. */
function Trial({ view }: { view: View }) {
  const w = view.words.sites.settings;
  return (
    <>
      <form class="lines" method="post" action="/owner/sites/settlement">
        <Token csrf={view.csrf} />
        <p class="hint">{w.settleHint}</p>
        <button type="submit">{w.settle}</button>
      </form>
      <details class="confirm">
        <summary>{w.reset}</summary>
        <form method="post" action="/owner/sites/reset">
          <Token csrf={view.csrf} />
          <p>{w.resetMeans}</p>
          <label>
            <input type="checkbox" name="sure" value="yes" required />{" "}
            {w.resetSure}
          </label>
          <button type="submit" class="danger">
            {w.resetConfirm}
          </button>
        </form>
      </details>
    </>
  );
}
