/** @jsxImportSource hono/jsx */
import type { LowPool } from "../../actions/list-unserved-gifts.ts";
import type { View } from "../pages/view.ts";

/** Pools that need codes, each with the way to it. */
export function LowNotice(props: { view: View; pools: LowPool[] }) {
  const { view, pools } = props;
  const w = view.words.gifts;
  if (pools.length === 0) return null;
  return (
    <div class="news problem">
      <p>{w.lowest}</p>
      <ul>
        {pools.map(({ id, name, left, waiting }) => (
          <li>
            <a href={`/owner/gifts/${encodeURIComponent(id)}`}>
              {w.lowNews(name, view.formats.count(left))}
            </a>
            {waiting ? ` ${w.waitNews(view.formats.count(waiting))}` : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
