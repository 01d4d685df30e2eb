/** @jsxImportSource hono/jsx */
import type { View } from "../pages/layout.tsx";

/** Pools that need codes, each with the way to it. */
export function LowNotice(props: {
  view: View;
  pools: { id: string; name: string; left: number }[];
}) {
  const { view, pools } = props;
  const w = view.words.gifts;
  if (pools.length === 0) return null;
  return (
    <div class="news problem">
      <p>{w.lowest}</p>
      <ul>
        {pools.map(({ id, name, left }) => (
          <li>
            <a href={`/owner/gifts/${encodeURIComponent(id)}`}>
              {w.lowNews(name, view.formats.count(left))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
