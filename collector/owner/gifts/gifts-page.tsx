/** @jsxImportSource hono/jsx */
import type { GiftPoolAnswer } from "../../actions/list-gift-pools.ts";
import type { UnservedGifts } from "../../actions/list-unserved-gifts.ts";
import type { Page } from "../../actions/page.ts";
import type { Program } from "../../domain/program.ts";
import { Layout } from "../pages/layout.tsx";
import { Paging } from "../pages/paging.tsx";
import type { View } from "../pages/view.ts";
import { type NewPool, NewPoolForm } from "./new-pool-form.tsx";
import { PoolPurpose } from "./pool-purpose.tsx";
import { PoolStock } from "./pool-stock.tsx";
import { UnservedNotice } from "./unserved-notice.tsx";

export function GiftsPage(props: {
  view: View;
  pools: Page<GiftPoolAnswer>;
  unserved: UnservedGifts[];
  programs: Program[];
  form: NewPool;
  query: Record<string, string>;
}) {
  const { view, pools, programs, query } = props;
  const w = view.words.gifts;
  return (
    <Layout view={view} title={w.title}>
      <p class="intro">{w.intro}</p>
      <UnservedNotice view={view} gifts={props.unserved} />
      {pools.items.length === 0 ? (
        <p class="empty">{w.none}</p>
      ) : (
        <Pools view={view} pools={pools.items} programs={programs} />
      )}
      <Paging view={view} path="/owner/gifts" query={query} next={pools.next} />
      <NewPoolForm {...props} />
    </Layout>
  );
}

function Pools(props: {
  view: View;
  pools: GiftPoolAnswer[];
  programs: Program[];
}) {
  const { view, pools, programs } = props;
  const { count } = view.formats;
  const w = view.words.gifts;
  return (
    <table class="cards pools">
      <thead>
        <tr>
          <th scope="col">{w.name}</th>
          <th scope="col">{w.for}</th>
          <th scope="col">{w.left}</th>
          <th scope="col">{w.handedOut}</th>
          <th scope="col">{w.waits}</th>
        </tr>
      </thead>
      <tbody>
        {pools.map((pool) => (
          <tr>
            <td data-label={w.name}>
              <a href={`/owner/gifts/${encodeURIComponent(pool.id)}`}>
                {pool.name}
              </a>
            </td>
            <td data-label={w.for}>
              <PoolPurpose view={view} pool={pool} programs={programs} />
            </td>
            <td data-label={w.left}>
              <strong>{count(pool.left)}</strong>{" "}
              <PoolStock view={view} pool={pool} />
              {pool.expired ? (
                <small>
                  {w.expired}: {count(pool.expired)}
                </small>
              ) : null}
              {pool.withdrawn ? (
                <small>
                  {w.withdrawn}: {count(pool.withdrawn)}
                </small>
              ) : null}
            </td>
            <td data-label={w.handedOut}>
              {count(pool.handedOut)}
              {pool.takenBack ? (
                <small>
                  {w.takenBack}: {count(pool.takenBack)}
                </small>
              ) : null}
            </td>
            <td data-label={w.waits}>
              {pool.waiting ? (
                <strong class="over">{count(pool.waiting)}</strong>
              ) : (
                count(0)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
