/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { mostCounted, type QueueCounts } from "../../actions/list-queue.ts";
import { Layout } from "../pages/layout.tsx";
import { Paging } from "../pages/paging.tsx";
import type { View } from "../pages/view.ts";
import { queuePath, type Tab, tabs } from "./queue-path.ts";

/** The four kinds of what waits, how much of each, and one of them. */
export function QueueFrame(props: {
  view: View;
  tab: Tab;
  counts: QueueCounts;
  isEmpty: boolean;
  cursor: string | undefined;
  next: string | null;
  children: Child;
}) {
  const { view, tab, counts, isEmpty, cursor, next, children } = props;
  const w = view.words.queue;
  return (
    <Layout view={view} title={w.title}>
      <nav class="kinds" aria-label={w.tabsLabel}>
        {tabs.map((one) => (
          <a
            href={queuePath(one)}
            aria-current={one === tab ? "page" : undefined}
          >
            {w.tabs[one]}
            <span class="count">{counted(counts[one], view)}</span>
          </a>
        ))}
      </nav>
      <p class="intro">{w.intros[tab]}</p>
      {isEmpty ? <p class="empty">{w.none[tab]}</p> : children}
      <Paging
        view={view}
        path={queuePath(tab)}
        query={cursor === undefined ? {} : { cursor }}
        next={next}
      />
    </Layout>
  );
}

/** Counting stops somewhere: nobody reads the exact number of what is too much. */
export function counted(n: number, { words, formats }: View): string {
  return n < mostCounted
    ? formats.count(n)
    : words.queue.more(formats.count(n - 1));
}
