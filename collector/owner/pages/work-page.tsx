/** @jsxImportSource hono/jsx */
import type { LongWork } from "../sessions.ts";
import { Layout } from "./layout.tsx";
import type { View } from "./view.ts";

/** How far something is that takes long; the browser asks again by itself. */
export function WorkPage({ view, work }: { view: View; work: LongWork }) {
  const w = view.words.work;
  const { count } = view.formats;
  return (
    <Layout view={view} title={work.title}>
      <p role="status">{w.far(count(work.done), count(work.total))}</p>
      <progress max={work.total} value={work.done} aria-label={work.title} />
      <p class="hint">
        {w.hint} <a href={view.here}>{w.look}</a>
      </p>
    </Layout>
  );
}
