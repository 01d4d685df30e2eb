/** @jsxImportSource hono/jsx */
import type { Installation } from "../../actions/read-installation.ts";
import type { SiteRecord } from "../../actions/read-site.ts";
import type { Program } from "../../domain/program.ts";
import type { NotedTrouble } from "../../domain/troubles.ts";
import type { PinnedScript } from "../owner-deps.ts";
import { OriginsField } from "../sites/site-fields.tsx";
import { TroublesList } from "../sites/troubles-list.tsx";
import { Code } from "./code.tsx";
import { DisclosureHint } from "./disclosure-hint.tsx";
import { Checks, Events, type LastEvent } from "./install-events.tsx";
import { Joining, WhatGoesWhere, WithoutServer } from "./install-snippets.tsx";
import { Layout } from "./layout.tsx";
import { PinnedSnippet } from "./pinned-snippet.tsx";
import { sharePlace } from "./share-place.ts";
import { TagManagerSnippet } from "./tag-manager-snippet.tsx";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

export function InstallPage(props: {
  view: View;
  site: SiteRecord;
  programs: Program[];
  events: LastEvent[];
  publicUrl: string;
  doctorKey: string | null;
  stub: string;
  pinned: PinnedScript | null;
  troubles: NotedTrouble[];
  installation: Installation;
}) {
  const { view, site, events, publicUrl, stub } = props;
  const { troubles, installation, doctorKey } = props;
  const w = view.words.install;
  const script = `<script async src="${publicUrl}/enishi.js" data-site="${site.publicKey}" data-consent="${site.consent}"></script>`;
  const snippet = `${script}\n${sharePlace}`;
  return (
    <Layout view={view} title={w.title}>
      <h2>{w.snippet}</h2>
      <Code text={snippet} />
      <p class="hint">{w.snippetHint}</p>
      <p class="hint">{w.snippetConsent}</p>
      <TagManagerSnippet view={view} publicUrl={publicUrl} site={site} />
      {props.pinned ? (
        <PinnedSnippet
          view={view}
          pinned={props.pinned}
          publicUrl={publicUrl}
          site={site}
        />
      ) : null}

      {doctorKey ? (
        <>
          <h2>{w.doctor}</h2>
          <p class="hint">{w.doctorHint}</p>
          <ul>
            {site.origins.map((origin) => (
              <li>
                <a
                  href={`${origin}/?enishi-doctor=${doctorKey}`}
                  target="_blank"
                  rel="noopener noreferrer"
                >
                  {origin}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}

      <h2>{w.events}</h2>
      <Events view={view} origins={site.origins} events={events} />
      <h2>{view.words.sites.troubles.title}</h2>
      <TroublesList
        view={view}
        site={site}
        troubles={troubles}
        installation={installation}
        hasEvents={events.length > 0}
        script={script}
      />
      {site.closed ? (
        <p class="news">
          {w.closed} <a href="/owner/sites/settings">{w.settings}</a>
        </p>
      ) : events.length === 0 ? (
        <Checks view={view} />
      ) : null}

      <h2>{w.privacy}</h2>
      <p class="hint">
        {w.consent}: {w.consents[site.consent]}
      </p>
      <DisclosureHint
        view={view}
        site={site}
        programs={props.programs}
        publicUrl={publicUrl}
      />

      <h2>{w.origins}</h2>
      <Origins view={view} origins={site.origins} />

      <h2 id="orders">{view.words.start.orders}</h2>
      <details>
        <summary>{view.words.start.withServer}</summary>
        <p class="hint">{w.serverHint}</p>
        <Code text={serverExample(publicUrl)} />
      </details>
      <WithoutServer view={view} />
      <WhatGoesWhere view={view} />
      <Joining view={view} programs={props.programs} />

      {stub ? (
        <>
          <h2>{w.stub}</h2>
          <Code text={`<script>${stub}</script>`} />
          <p class="hint">{w.stubHint}</p>
        </>
      ) : null}
    </Layout>
  );
}

function Origins({ view, origins }: { view: View; origins: string[] }) {
  const w = view.words.install;
  return (
    <form class="lines" method="post" action="/owner/install/origins">
      <Token csrf={view.csrf} />
      <OriginsField view={view} origins={origins} />
      <button type="submit">{w.originsSave}</button>
    </form>
  );
}

function serverExample(publicUrl: string): string {
  return `import { signConversion, signMember } from "enishi/server";

// Into the page: who is looking, and what was bought.
const signingKey = process.env.ENISHI_SIGNING_KEY;
const member = signMember({ sub: customer.id, email: customer.email }, { signingKey });
const sale = signConversion(
  { type: "sale", orderId: order.id, amountMinor: 100000, currency: "JPY", sub: customer.id },
  { signingKey },
);
// <script>enishi("identify", { token: member }); enishi("sale", { token: sale });</script>

// From server to server, with what no browser may read.
await fetch("${publicUrl}/v1/conversions", {
  method: "POST",
  headers: { authorization: \`Bearer \${process.env.ENISHI_SECRET_KEY}\`, "content-type": "application/json" },
  body: JSON.stringify({
    type: "sale", orderId: order.id, amountMinor: 100000, currency: "JPY",
    grossProfitMinor: 40000, customer: { id: customer.id, email: customer.email },
  }),
});`;
}
