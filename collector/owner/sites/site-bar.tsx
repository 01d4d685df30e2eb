/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { ListedSite } from "../../actions/list-sites.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";

/** The site that is looked at, and the first of those that can be. */
export interface ShownSites {
  shown: { id: string; name: string; test: boolean; closed: boolean };
  items: ListedSite[];
  more: boolean;
}

/** Under the head of every page: which site it shows, where there are several, and that it is a trial. */
export function SiteBar(props: {
  view: View;
  /** The id of a form that would be lost: the choice is sent with it. */
  unsaved: string | undefined;
}) {
  const { view, unsaved } = props;
  const { sites } = view;
  if (!sites) return null;
  const { shown, items, more } = sites;
  const w = view.words.sites.bar;
  const isChoice = more || items.some(({ id }) => id !== shown.id);
  return (
    <>
      {shown.test ? (
        <p class="trial" role="note">
          <strong>{w.test}</strong> {shown.name}
        </p>
      ) : null}
      {shown.closed ? (
        <p class="trial" role="note">
          <strong>{w.closed}</strong> {shown.name}
        </p>
      ) : null}
      {isChoice ? (
        <Bar view={view} unsaved={unsaved}>
          <label for="site-shown">{w.site}</label>
          <select id="site-shown" name="site" form={unsaved}>
            {items.some(({ id }) => id === shown.id) ? null : (
              <option value={shown.id} selected>
                {shown.name}
              </option>
            )}
            {items.map((site) => (
              <option value={site.id} selected={site.id === shown.id}>
                {site.name}
              </option>
            ))}
          </select>
          <button
            type="submit"
            form={unsaved}
            name={unsaved && "do"}
            value={unsaved && "site"}
          >
            {w.go}
          </button>
          {more ? <a href="/owner/sites">{w.all}</a> : null}
        </Bar>
      ) : null}
    </>
  );
}

function Bar(props: {
  view: View;
  unsaved: string | undefined;
  children: Child;
}) {
  if (props.unsaved !== undefined)
    return <div class="site-bar">{props.children}</div>;
  return (
    <form class="site-bar" method="post" action="/owner/sites/choice">
      <Token csrf={props.view.csrf} />
      {props.children}
    </form>
  );
}
