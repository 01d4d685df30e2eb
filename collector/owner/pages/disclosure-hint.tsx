/** @jsxImportSource hono/jsx */
import type { SiteRecord } from "../../actions/read-site.ts";
import type { Program } from "../../domain/program.ts";
import type { View } from "./view.ts";

/** Where people read what the pages send, and whether that names who receives it. */
export function DisclosureHint(props: {
  view: View;
  site: SiteRecord;
  programs: Program[];
  publicUrl: string;
}) {
  const { view, site, programs, publicUrl } = props;
  const w = view.words.start.disclosure;
  const first = programs.find(({ id }) => id === "default") ?? programs[0];
  return (
    <p class="hint">
      <a href={`${publicUrl}/disclosure?site=${site.publicKey}`}>{w.title}</a>{" "}
      {first?.display.brand ? null : (
        <>
          {w.unnamed(site.name)} <a href="/owner/program">{w.name}</a>
        </>
      )}
    </p>
  );
}
