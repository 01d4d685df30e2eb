/** @jsxImportSource hono/jsx */
import type { View } from "../pages/view.ts";

/** Customers from before would be paid for as new, and how to end that. */
export function NewnessNotice({ view }: { view: View }) {
  const w = view.words.sites.notice;
  return (
    <div class="news">
      <p>
        {w.newness} <a href="/owner/sites/customers">{w.newnessFix}</a>
      </p>
    </div>
  );
}
