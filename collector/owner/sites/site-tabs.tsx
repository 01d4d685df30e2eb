/** @jsxImportSource hono/jsx */
import type { View } from "../pages/view.ts";

const tabs = [
  ["list", "/owner/sites"],
  ["settings", "/owner/sites/settings"],
  ["keys", "/owner/sites/keys"],
  ["customers", "/owner/sites/customers"],
] as const;

/** The pages about sites: the list, and what belongs to the chosen one. */
export function SiteTabs({ view }: { view: View }) {
  const w = view.words.sites.tabs;
  const [path] = view.here.split("?");
  return (
    <nav class="site-tabs" aria-label={w.label}>
      {tabs.map(([name, href]) => (
        <a href={href} aria-current={href === path ? "page" : undefined}>
          {w[name]}
        </a>
      ))}
    </nav>
  );
}
