/** @jsxImportSource hono/jsx */
import type { ProgramVersionAnswer } from "../../actions/list-program-versions.ts";
import type { Page } from "../../actions/page.ts";
import type { Program } from "../../domain/program.ts";
import { named } from "../named.ts";
import { Instant } from "../pages/instant.tsx";
import { Layout } from "../pages/layout.tsx";
import { Paging } from "../pages/paging.tsx";
import { ProgramInWords } from "../pages/program-in-words.tsx";
import type { View } from "../pages/view.ts";
import { changesOf } from "./changes-of.ts";
import { factsOf } from "./facts-of.ts";
import { Changes } from "./outcome.tsx";
import { ProgramTabs } from "./program-tabs.tsx";

/** Who published what, and when: each version against the one before. */
export function HistoryPage(props: {
  view: View;
  programs: Program[];
  program: string;
  page: Page<ProgramVersionAnswer>;
  /** The version before the page's last, to tell its changes. */
  before: ProgramVersionAnswer | null;
  query: Record<string, string>;
}) {
  const { view, page, before, program } = props;
  const w = view.words.rules.versions;
  return (
    <Layout view={view} title={w.title}>
      <ProgramTabs view={view} programs={props.programs} present={program} />
      <BackToForm view={view} program={program} />
      {page.items.map((version, index) => {
        const earlier = page.items[index + 1] ?? before;
        return (
          <section class="order" aria-labelledby={`v${version.version}`}>
            <h2 id={`v${version.version}`}>{w.version(version.version)}</h2>
            <p>
              <Instant at={version.createdAt} view={view} />
              {view.words.program.comma}
              {named(w.actors, version.createdBy)}{" "}
              <a href={versionAddress(program, version.version)}>{w.see}</a>
            </p>
            {earlier ? (
              <Changes
                view={view}
                changes={changesOf(view, earlier.program, version.program)}
              />
            ) : (
              <p>{w.first}</p>
            )}
          </section>
        );
      })}
      <Paging
        view={view}
        path="/owner/program/history"
        query={props.query}
        next={page.next}
      />
    </Layout>
  );
}

/** One version: in words, and every line of it. */
export function VersionPage(props: {
  view: View;
  version: ProgramVersionAnswer;
  now: number;
}) {
  const { view, version, now } = props;
  const { program } = version;
  const w = view.words.rules.versions;
  const takeUp = new URLSearchParams({
    program: program.id,
    from: String(version.version),
  });
  return (
    <Layout view={view} title={w.shown(version.version)}>
      <p>
        <Instant at={version.createdAt} view={view} />
        {view.words.program.comma}
        {named(w.actors, version.createdBy)}
      </p>
      <p>
        <a href={`/owner/program?${takeUp}`}>{w.takeUp}</a>
      </p>
      <h2>{program.name}</h2>
      <ProgramInWords view={view} program={program} now={now} />
      <h2>{w.lines}</h2>
      <dl>
        {factsOf(view, program).map(([label, text]) => (
          <>
            <dt>{label}</dt>
            <dd>{text || "–"}</dd>
          </>
        ))}
      </dl>
    </Layout>
  );
}

function BackToForm({ view, program }: { view: View; program: string }) {
  return (
    <p>
      <a href={`/owner/program?${new URLSearchParams({ program })}`}>
        {view.words.rules.versions.back}
      </a>
    </p>
  );
}

function versionAddress(program: string, version: number): string {
  return `/owner/program/versions/${version}?${new URLSearchParams({ program })}`;
}
