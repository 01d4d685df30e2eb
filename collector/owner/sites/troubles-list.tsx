/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Installation } from "../../actions/read-installation.ts";
import type { SiteRecord } from "../../actions/read-site.ts";
import type { NotedTrouble } from "../../domain/troubles.ts";
import { Instant } from "../pages/instant.tsx";
import { sharePlace } from "../pages/share-place.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";

export interface TroublesShown {
  view: View;
  site: SiteRecord;
  troubles: NotedTrouble[];
  installation: Installation;
  /** Whether anything has ever come in. */
  hasEvents: boolean;
  /** The script's tag, as it should stand in the pages. */
  script: string;
}

/** What is wrong with the installation, as far as it shows here: each with what mends it. */
export function TroublesList(props: TroublesShown) {
  const { view, troubles, installation, hasEvents } = props;
  const w = view.words.sites.troubles;
  const { onlyClaims, hasViews, newnessUnknown } = installation;
  const notice = view.words.sites.notice;
  const items: Child[] = troubles.map((trouble) => (
    <li>
      <Refused {...props} trouble={trouble} />
      <small>
        {w.times(view.formats.count(trouble.count))}{" "}
        <Instant at={trouble.at} view={view} />
      </small>
    </li>
  ));
  if (hasEvents && !hasViews)
    items.push(
      <li>
        <p>{w.noViews}</p>
        <Code text={sharePlace} />
      </li>,
    );
  if (onlyClaims)
    items.push(
      <li>
        <p>
          {w.onlyClaims} <a href="/owner/queue">{w.orders}</a>
        </p>
      </li>,
    );
  if (newnessUnknown)
    items.push(
      <li>
        <p>
          {notice.newness}{" "}
          <a href="/owner/sites/customers">{notice.newnessFix}</a>
        </p>
      </li>,
    );
  return items.length === 0 ? (
    hasEvents ? (
      <p>{w.none}</p>
    ) : null
  ) : (
    <>
      <ul class="troubles">{items}</ul>
      {troubles.length ? <p class="hint">{w.hint}</p> : null}
    </>
  );
}

function Refused(props: TroublesShown & { trouble: NotedTrouble }) {
  const { view, site, trouble, script } = props;
  const { kind, value, origin } = trouble;
  const w = view.words.sites.troubles;
  switch (kind) {
    case "origin":
      return (
        <>
          <p>{w.origin(value)}</p>
          <form method="post" action="/owner/install/origins">
            <Token csrf={view.csrf} />
            <input
              type="hidden"
              name="origins"
              value={[...site.origins, value].join("\n")}
            />
            <button type="submit">{w.originFix(value)}</button>
          </form>
          <p>{w.originElse}</p>
        </>
      );
    case "unknown_key":
      return (
        <>
          <p>{w.unknownKey(value, origin ?? "")}</p>
          <Code text={script} />
        </>
      );
    case "former_key":
      return (
        <>
          <p>{w.formerKey(value || w.formerKeyHere)}</p>
          <Code text={script} />
        </>
      );
    case "signature":
      return (
        <p>
          {w.signature} <a href="/owner/sites/keys">{w.keys}</a>
        </p>
      );
    case "clock":
      return <p>{w.clock}</p>;
    case "expired":
      return <p>{w.expired}</p>;
    case "form":
      return <p>{w.form(value)}</p>;
  }
}

function Code({ text }: { text: string }) {
  return (
    <pre tabindex={0}>
      <code>{text}</code>
    </pre>
  );
}
