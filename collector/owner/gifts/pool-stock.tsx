/** @jsxImportSource hono/jsx */
import type { GiftPoolAnswer } from "../../actions/list-gift-pools.ts";
import type { View } from "../pages/view.ts";

/** How a pool stands, as a word. */
export function PoolStock({
  view,
  pool,
}: {
  view: View;
  pool: GiftPoolAnswer;
}) {
  const w = view.words.gifts;
  if (pool.retiredAt !== null)
    return <span class="state void">{w.retired}</span>;
  if (pool.left === 0) return <span class="state alarm">{w.empty}</span>;
  if (pool.low) return <span class="state alarm">{w.low}</span>;
  return <span class="state active">{w.enough}</span>;
}
