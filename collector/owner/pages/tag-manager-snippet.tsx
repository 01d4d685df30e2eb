/** @jsxImportSource hono/jsx */
import type { SiteRecord } from "../../actions/read-site.ts";
import { Code } from "./code.tsx";
import type { View } from "./view.ts";

/** The snippet for what injects scripts and keeps only their `src`, as Google Tag Manager does. */
export function TagManagerSnippet(props: {
  view: View;
  publicUrl: string;
  site: SiteRecord;
}) {
  const { view, publicUrl, site } = props;
  const w = view.words.start.tagManager;
  const script = `<script>
(function () {
  var script = document.createElement("script");
  script.async = true;
  script.src = "${publicUrl}/enishi.js";
  script.setAttribute("data-site", "${site.publicKey}");
  script.setAttribute("data-consent", "${site.consent}");
  document.head.appendChild(script);
})();
</script>`;
  return (
    <details id="tag-manager">
      <summary>{w.title}</summary>
      <p class="hint">{w.hint}</p>
      <Code text={script} />
    </details>
  );
}
