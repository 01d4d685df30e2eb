/** @jsxImportSource hono/jsx */
import type { SiteRecord } from "../../actions/read-site.ts";
import type { PinnedScript } from "../owner-deps.ts";
import { Code } from "./code.tsx";
import type { View } from "./view.ts";

/** The snippet for shops that let a script run only as it was checked: one version, by its hash. */
export function PinnedSnippet(props: {
  view: View;
  pinned: PinnedScript;
  publicUrl: string;
  site: SiteRecord;
}) {
  const { view, pinned, publicUrl, site } = props;
  const w = view.words.start.pinned;
  const { [pinned.script]: integrity, ...parts } = pinned.files;
  const script = `<script async src="${publicUrl}/${pinned.script}" integrity="${integrity}" crossorigin="anonymous" data-site="${site.publicKey}" data-consent="${site.consent}"></script>`;
  const map = {
    integrity: Object.fromEntries(
      Object.entries(parts).map(([file, hash]) => [
        `${publicUrl}/${file}`,
        hash,
      ]),
    ),
  };
  return (
    <details id="pinned">
      <summary>{w.title}</summary>
      <p class="hint">{w.hint}</p>
      <Code text={script} />
      <p class="hint">{w.parts}</p>
      <Code
        text={`<script type="importmap">${JSON.stringify(map, null, 1)}</script>`}
      />
    </details>
  );
}
