/** @jsxImportSource hono/jsx */
import type { GiftPoolDetails } from "../../actions/list-gift-pools.ts";
import type { Program } from "../../domain/program.ts";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { AddCodesForm, type CodesForm } from "./add-codes-form.tsx";
import { Expiries } from "./expiries.tsx";
import { PoolEnds } from "./pool-ends.tsx";
import { PoolFigures } from "./pool-figures.tsx";
import { PoolFields } from "./pool-form.tsx";
import { WrongLines } from "./wrong-lines.tsx";

export function PoolPage(props: {
  view: View;
  pool: GiftPoolDetails;
  programs: Program[];
  /** Whether no other pool in use is for the same step. */
  isLast: boolean;
  form: CodesForm | null;
  now: number;
}) {
  const { view, pool, form } = props;
  const w = view.words.gifts;
  const path = `/owner/gifts/${encodeURIComponent(pool.id)}`;
  return (
    <Layout view={view} title={pool.name}>
      {form?.wrong?.length ? (
        <WrongLines view={view} wrong={form.wrong} />
      ) : null}
      <PoolFigures {...props} />
      {pool.retiredAt !== null ? null : (
        <>
          <AddCodesForm view={view} path={path} form={form} />
          <Expiries view={view} pool={pool} path={path} now={props.now} />
          <section aria-labelledby="edit">
            <h2 id="edit">{w.edit}</h2>
            <form class="new-endpoint" method="post" action={path}>
              <Token csrf={view.csrf} />
              <p class="hint">{w.editHint}</p>
              <PoolFields
                view={view}
                form={{
                  name: pool.name,
                  url: pool.url ?? "",
                  lowBelow: String(pool.lowBelow),
                }}
              />
              <p class="add">
                <button type="submit">{w.editButton}</button>
              </p>
            </form>
          </section>
          <PoolEnds {...props} path={path} />
        </>
      )}
      <p>
        <a href="/owner/gifts">{w.all}</a>
      </p>
    </Layout>
  );
}
