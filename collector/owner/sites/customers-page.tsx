/** @jsxImportSource hono/jsx */
import { Instant } from "../pages/instant.tsx";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { NewnessNotice } from "./newness-notice.tsx";
import { SiteTabs } from "./site-tabs.tsx";

export function CustomersPage(props: {
  view: View;
  imported: { ids: number; mails: number; lastAt: number | null };
  isNewnessUnknown: boolean;
}) {
  const { view, imported, isNewnessUnknown } = props;
  const { count } = view.formats;
  const w = view.words.sites.customers;
  return (
    <Layout view={view} title={w.title}>
      <SiteTabs view={view} />
      {isNewnessUnknown ? <NewnessNotice view={view} /> : null}
      <p class="intro">{w.intro}</p>
      <p>
        {imported.lastAt === null ? (
          w.none
        ) : (
          <>
            {w.state(count(imported.ids), count(imported.mails))}
            <small>
              {w.last} <Instant at={imported.lastAt} view={view} />
            </small>
          </>
        )}
      </p>
      <form
        class="lines"
        method="post"
        action="/owner/sites/customers"
        enctype="multipart/form-data"
      >
        <Token csrf={view.csrf} />
        <label>
          {w.file}
          <input
            type="file"
            name="file"
            accept=".csv,.txt,.json,text/csv,text/plain,application/json"
          />
          <small>{w.fileHint}</small>
        </label>
        <label>
          {w.paste}
          <textarea
            name="text"
            rows={6}
            spellcheck={false}
            autocomplete="off"
          />
        </label>
        <button type="submit">{w.button}</button>
        <p class="hint">{w.kept}</p>
      </form>
      {imported.lastAt === null ? null : (
        <>
          <h2>{w.forget}</h2>
          <form
            class="filter"
            method="post"
            action="/owner/sites/customers/forgetting"
          >
            <Token csrf={view.csrf} />
            <label>
              {w.forgetWho}
              <input
                type="text"
                name="named"
                required
                maxlength={254}
                autocomplete="off"
              />
            </label>
            <button type="submit">{w.forgetButton}</button>
            <p class="hint">{w.forgetHint}</p>
          </form>
        </>
      )}
    </Layout>
  );
}
