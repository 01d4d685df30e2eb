/** @jsxImportSource hono/jsx */
import type { SiteRecord } from "../../actions/read-site.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";

/** The way out of a site that is no longer used, with what it means; and the way back. */
export function Closing({ view, site }: { view: View; site: SiteRecord }) {
  const w = view.words.sites.closing;
  return (
    <>
      <h2>{w.title}</h2>
      {site.closed ? (
        <form class="lines" method="post" action="/owner/sites/reopening">
          <Token csrf={view.csrf} />
          <p class="hint">{w.reopenMeans}</p>
          <button type="submit">{w.reopen}</button>
        </form>
      ) : (
        <>
          <p class="intro">{w.intro}</p>
          <details class="confirm">
            <summary>{w.close}</summary>
            <form method="post" action="/owner/sites/closing">
              <Token csrf={view.csrf} />
              <p>{w.means}</p>
              <p>{w.stays}</p>
              <label>
                <input type="checkbox" name="sure" value="yes" required />{" "}
                {w.sure(site.name)}
              </label>
              <button type="submit" class="danger">
                {w.confirm}
              </button>
            </form>
          </details>
        </>
      )}
    </>
  );
}
