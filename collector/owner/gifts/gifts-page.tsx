/** @jsxImportSource hono/jsx */
import type { GiftPoolAnswer } from "../../actions/list-gift-pools.ts";
import type { UnservedGifts } from "../../actions/list-unserved-gifts.ts";
import type { Page } from "../../actions/page.ts";
import type { Program } from "../../domain/program.ts";
import { named } from "../named.ts";
import { Layout } from "../pages/layout.tsx";
import { Paging } from "../pages/paging.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { type GiftChoice, giftChoices, keyOf } from "./gift-choices.ts";
import { PoolFields } from "./pool-form.tsx";
import { UnservedNotice } from "./unserved-notice.tsx";

/** As it was typed. */
export interface NewPool {
  choice: string;
  name: string;
  url: string;
  lowBelow: string;
}

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
              <Stock view={view} pool={pool} />
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

/** How a pool stands, as a word. */
export function Stock({ view, pool }: { view: View; pool: GiftPoolAnswer }) {
  const w = view.words.gifts;
  if (pool.retiredAt !== null)
    return <span class="state void">{w.retired}</span>;
  if (pool.left === 0) return <span class="state alarm">{w.empty}</span>;
  if (pool.low) return <span class="state alarm">{w.low}</span>;
  return <span class="state active">{w.enough}</span>;
}

/** What a pool is for, and what its codes are worth. */
export function PoolPurpose(props: {
  view: View;
  pool: GiftPoolAnswer;
  programs: Program[];
}) {
  const { view, pool, programs } = props;
  const { words, formats } = view;
  const program = programs.find(({ id }) => id === pool.programId);
  return (
    <>
      {words.gifts.each(formats.money(pool.valueMinor, pool.currency))}
      <small>
        {words.rewards.forStep(named(words.steps, pool.on))}
        {words.program.comma}
        {sideOf(view, pool.to)}
      </small>
      {programs.length > 1 ? (
        <small>{program?.name ?? pool.programId}</small>
      ) : null}
    </>
  );
}

function NewPoolForm(props: {
  view: View;
  unserved: UnservedGifts[];
  programs: Program[];
  form: NewPool;
}) {
  const { view, programs, form } = props;
  const { words, formats } = view;
  const w = words.gifts;
  const choices = giftChoices(programs, props.unserved);
  const text = (choice: GiftChoice) =>
    w.choices(
      choice.programName,
      named(words.steps, choice.on),
      sideOf(view, choice.to),
      formats.money(choice.valueMinor, choice.currency),
    );
  return (
    <section aria-labelledby="create">
      <h2 id="create">{w.create}</h2>
      {choices.length === 0 ? (
        <p class="hint">
          {w.noChoice} <a href="/owner/program">{words.nav.program}</a>
        </p>
      ) : (
        <form class="new-endpoint" method="post" action="/owner/gifts">
          <Token csrf={view.csrf} />
          <p class="hint">{w.createHint}</p>
          <div class="field">
            <label for="choice">{w.what}</label>
            <select id="choice" name="choice" aria-describedby="choice-hint">
              {choices.map((choice) => (
                <option
                  value={keyOf(choice)}
                  selected={keyOf(choice) === form.choice}
                >
                  {text(choice)}
                </option>
              ))}
            </select>
            <small id="choice-hint">{w.whatHint}</small>
          </div>
          <PoolFields view={view} form={form} />
          <p class="add">
            <button type="submit">{w.createButton}</button>
          </p>
        </form>
      )}
    </section>
  );
}

function sideOf({ words }: View, to: GiftChoice["to"]): string {
  return words.gifts.to[to ?? "both"];
}
