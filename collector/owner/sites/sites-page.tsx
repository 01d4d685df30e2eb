/** @jsxImportSource hono/jsx */
import type { ListedSite } from "../../actions/list-sites.ts";
import { CardTable } from "../pages/card-table.tsx";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { ConsentChoice, OriginsField } from "./site-fields.tsx";
import { SiteTabs } from "./site-tabs.tsx";

/** What was typed into the form that adds a site. */
export interface SiteDraft {
  name: string;
  origins: string[];
  consent: "granted" | "required";
  timeZone: string;
  currency: string;
}

export function SitesPage(props: {
  view: View;
  sites: ListedSite[];
  more: boolean;
  page: number;
  query: string;
  draft: SiteDraft;
  /** The form is shown open, as it was sent and refused. */
  isOpen: boolean;
}) {
  const { view, sites, more, page, query, draft, isOpen } = props;
  const w = view.words.sites.list;
  const isLong = more || page > 1 || query !== "";
  return (
    <Layout view={view} title={w.title}>
      <SiteTabs view={view} />
      <p class="intro">{w.intro}</p>
      {isLong ? (
        <form class="filter" method="get" action="/owner/sites">
          <label>
            {w.search}
            <input name="query" type="search" value={query} maxlength={100} />
          </label>
          <button type="submit">{w.find}</button>
        </form>
      ) : null}
      {sites.length === 0 ? <p class="empty">{w.none}</p> : null}
      {sites.length === 0 ? null : <Table view={view} sites={sites} />}
      {page > 1 || more ? (
        <p class="paging">
          {page > 1 ? <a href={at(query, page - 1)}>{w.earlier}</a> : null}
          {more ? <a href={at(query, page + 1)}>{w.further}</a> : null}
        </p>
      ) : null}
      <details class="adding" open={isOpen}>
        <summary>
          <h2>{w.add}</h2>
        </summary>
        <form class="lines" method="post" action="/owner/sites">
          <Token csrf={view.csrf} />
          <label>
            {w.name}
            <input
              type="text"
              name="name"
              required
              maxlength={100}
              value={draft.name}
              autocomplete="off"
            />
          </label>
          <OriginsField view={view} origins={draft.origins} />
          <ConsentChoice view={view} consent={draft.consent} />
          <label>
            {w.timeZone}
            <input
              type="text"
              class="short"
              name="timeZone"
              required
              value={draft.timeZone}
              autocomplete="off"
            />
            <small>{w.timeZoneHint}</small>
          </label>
          <label>
            {w.currency}
            <input
              type="text"
              class="short"
              name="currency"
              required
              pattern="[A-Za-z]{3}"
              maxlength={3}
              value={draft.currency}
              autocomplete="off"
            />
            <small>{w.currencyHint}</small>
          </label>
          <button type="submit">{w.addButton}</button>
        </form>
      </details>
    </Layout>
  );
}

function Table({ view, sites }: { view: View; sites: ListedSite[] }) {
  const { list: w, bar } = view.words.sites;
  return (
    <CardTable heads={[w.name, w.origins, w.consent, w.act]}>
      {sites.map((site) => (
        <tr>
          <td data-label={w.name}>
            {site.name}{" "}
            {site.test ? <span class="tag">{bar.testTag}</span> : null}{" "}
            {site.closed ? <span class="tag">{bar.closedTag}</span> : null}
          </td>
          <td data-label={w.origins}>
            {site.origins.map((origin) => (
              <span class="line">{origin}</span>
            ))}
          </td>
          <td data-label={w.consent}>{w.consents[site.consent]}</td>
          <td data-label={w.act}>
            {site.id === view.sites?.shown.id ? (
              <strong>{w.chosen}</strong>
            ) : (
              <form method="post" action="/owner/sites/choice">
                <Token csrf={view.csrf} />
                <input type="hidden" name="site" value={site.id} />
                <button type="submit">
                  {w.choose}
                  <span class="unseen">: {site.name}</span>
                </button>
              </form>
            )}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

function at(query: string, page: number): string {
  const search = new URLSearchParams(query ? { query } : {});
  if (page > 1) search.set("page", String(page));
  return search.size ? `/owner/sites?${search}` : "/owner/sites";
}
