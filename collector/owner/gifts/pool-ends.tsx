/** @jsxImportSource hono/jsx */
import type { GiftPoolDetails } from "../../actions/list-gift-pools.ts";
import type { View } from "../pages/view.ts";
import { VoidForm } from "../pages/void-form.tsx";

/** How a pool ends: its codes are withdrawn, or it is retired. */
export function PoolEnds(props: {
  view: View;
  pool: GiftPoolDetails;
  isLast: boolean;
  path: string;
}) {
  const { view, pool, isLast, path } = props;
  const { count } = view.formats;
  const w = view.words.gifts;
  return (
    <section class="ends" aria-label={w.retire}>
      {pool.left ? (
        <VoidForm
          view={view}
          action={`${path}/withdrawal`}
          label={w.withdraw}
          reason={w.reason}
          button={w.withdraw}
          isWide
          hints={[w.withdrawHint(count(pool.left))]}
        />
      ) : null}
      <VoidForm
        view={view}
        action={`${path}/retirement`}
        label={w.retire}
        reason={w.reason}
        button={w.retire}
        isWide
        hints={[
          w.retireHint(count(pool.left)),
          ...(isLast ? [w.retireLast] : []),
          ...(pool.waiting ? [w.retireWaiting(count(pool.waiting))] : []),
        ]}
      />
    </section>
  );
}
