/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { FormerKey, SiteKeysAnswer } from "../../actions/list-keys.ts";
import { Instant } from "../pages/instant.tsx";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { ApiKeys } from "./api-keys.tsx";
import { EndKey, Overlap } from "./key-forms.tsx";
import { SiteTabs } from "./site-tabs.tsx";

export function KeysPage({ view, keys }: { view: View; keys: SiteKeysAnswer }) {
  const w = view.words.sites.keys;
  return (
    <Layout view={view} title={w.title}>
      <SiteTabs view={view} />
      <p class="intro">{w.intro}</p>

      <h2>{w.api}</h2>
      <p class="hint">{w.apiHint}</p>
      <ApiKeys view={view} keys={keys.api} />

      <h2>{w.signing}</h2>
      <p class="hint">{w.signingHint}</p>
      {keys.formerSigning.map((former) => (
        <Former view={view} former={former} title={w.former} />
      ))}
      <form class="filter" method="post" action="/owner/sites/keys/signing">
        <Token csrf={view.csrf} />
        <Overlap view={view} />
        <button type="submit">{w.signingReplace}</button>
      </form>

      <h2>{w.public}</h2>
      <p class="hint">{w.publicHint}</p>
      <pre tabindex={0}>
        <code>{keys.publicKey}</code>
      </pre>
      {keys.formerPublic.map(({ key, ...former }) => (
        <Former view={view} former={former} title={w.formerPublic}>
          <code>{key}</code>
        </Former>
      ))}
      <form method="post" action="/owner/sites/keys/public">
        <Token csrf={view.csrf} />
        <p>
          <button type="submit">{w.publicReplace}</button>
        </p>
      </form>
    </Layout>
  );
}

/** A key that another has replaced, and how to end it at once. */
function Former(props: {
  view: View;
  former: FormerKey;
  title: string;
  children?: Child;
}) {
  const { view, former, title, children } = props;
  const w = view.words.sites.keys;
  return (
    <div class="news">
      <p>
        {title} {children}
        <small>
          {w.replaced} <Instant at={former.replacedAt} view={view} />
          {" · "}
          {former.endsAt === null ? (
            w.untilEnded
          ) : (
            <>
              {w.until} <Instant at={former.endsAt} view={view} />
            </>
          )}
        </small>
      </p>
      <EndKey
        view={view}
        action={`/owner/sites/keys/former/${former.id}/ending`}
        name={title}
      />
    </div>
  );
}
