/** @jsxImportSource hono/jsx */
import type { GiftPoolDetails } from "../../actions/list-gift-pools.ts";
import type { Program } from "../../domain/program.ts";
import { Instant } from "../pages/instant.tsx";
import type { View } from "../pages/view.ts";
import { PoolPurpose } from "./pool-purpose.tsx";
import { PoolStock } from "./pool-stock.tsx";

/** What a pool is for, and what became of its codes. */
export function PoolFigures(props: {
  view: View;
  pool: GiftPoolDetails;
  programs: Program[];
}) {
  const { view, pool } = props;
  const { count } = view.formats;
  const w = view.words.gifts;
  return (
    <dl>
      <dt>{w.for}</dt>
      <dd>
        <PoolPurpose {...props} />
      </dd>
      <dt>{w.left}</dt>
      <dd>
        <strong>{count(pool.left)}</strong>{" "}
        <PoolStock view={view} pool={pool} />
      </dd>
      <dt>{w.waiting}</dt>
      <dd>
        {pool.waiting ? (
          <strong class="over">{count(pool.waiting)}</strong>
        ) : (
          count(0)
        )}
      </dd>
      <dt>{w.handedOut}</dt>
      <dd>
        {count(pool.handedOut)}
        {pool.takenBack ? (
          <small>
            {w.takenBack}: {count(pool.takenBack)}. {w.takenBackHint}
          </small>
        ) : null}
      </dd>
      <dt>{w.expired}</dt>
      <dd>{count(pool.expired)}</dd>
      <dt>{w.withdrawn}</dt>
      <dd>{count(pool.withdrawn)}</dd>
      <dt>{w.since}</dt>
      <dd>
        <Instant at={pool.createdAt} view={view} />
      </dd>
      {pool.retiredAt === null ? null : (
        <>
          <dt>{w.retired}</dt>
          <dd>
            <Instant at={pool.retiredAt} view={view} />
          </dd>
        </>
      )}
    </dl>
  );
}
