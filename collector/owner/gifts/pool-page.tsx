/** @jsxImportSource hono/jsx */
import type { GiftPoolDetails } from "../../actions/list-gift-pools.ts";
import type { Program } from "../../domain/program.ts";
import { Instant } from "../pages/instant.tsx";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import {
  maxUploadBytes,
  maxUploadCodes,
  type UploadedList,
} from "./codes-of-upload.ts";
import { Expiries } from "./expiries.tsx";
import { PoolPurpose, Stock } from "./gifts-page.tsx";
import { PoolFields } from "./pool-form.tsx";

/** What was sent and refused. */
export interface CodesForm {
  problem: string;
  wrong?: UploadedList["wrong"];
  codes?: string;
  lastDay?: string;
}

/** More would not be read by anybody. */
const wrongShown = 100;

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
      {form?.wrong?.length ? <Wrong view={view} wrong={form.wrong} /> : null}
      <Figures {...props} />
      {pool.retiredAt !== null ? null : (
        <>
          <AddForm view={view} path={path} form={form} />
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
          <Ends {...props} path={path} />
        </>
      )}
      <p>
        <a href="/owner/gifts">{w.all}</a>
      </p>
    </Layout>
  );
}

function Figures(props: {
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
        <strong>{count(pool.left)}</strong> <Stock view={view} pool={pool} />
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

function Wrong({ view, wrong }: { view: View; wrong: UploadedList["wrong"] }) {
  const { count } = view.formats;
  const w = view.words.gifts;
  const rest = wrong.length - wrongShown;
  return (
    <section class="wrong-lines" aria-label={w.wrong(count(wrong.length))}>
      <p class="hint">{w.wrongHint}</p>
      <ul>
        {wrong.slice(0, wrongShown).map(({ line, text }) => (
          <li>
            {w.line(count(line))}: <code>{text.slice(0, 80)}</code>
          </li>
        ))}
        {rest > 0 ? <li>{w.more(count(rest))}</li> : null}
      </ul>
    </section>
  );
}

function AddForm(props: { view: View; path: string; form: CodesForm | null }) {
  const { view, path, form } = props;
  const { count } = view.formats;
  const w = view.words.gifts;
  return (
    <section aria-labelledby="add">
      <h2 id="add">{w.add}</h2>
      <form
        class="new-endpoint"
        method="post"
        action={`${path}/codes`}
        enctype="multipart/form-data"
      >
        <Token csrf={view.csrf} />
        <div class="field">
          <label for="codes">{w.paste}</label>
          {/* A browser drops the first line break of a text: one more is given. */}
          <textarea
            id="codes"
            name="codes"
            rows={6}
            autocomplete="off"
            spellcheck={false}
          >
            {`\n${form?.codes ?? ""}`}
          </textarea>
        </div>
        <div class="field">
          <label for="file">{w.file}</label>
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.txt,.json,text/csv,text/plain,application/json"
            aria-describedby="file-hint"
          />
          <small id="file-hint">
            {w.fileHint(
              count(maxUploadCodes),
              count(maxUploadBytes / 1024 / 1024),
            )}
          </small>
        </div>
        <div class="field">
          <label for="lastDay">{w.lastDay}</label>
          <input
            id="lastDay"
            name="lastDay"
            type="date"
            class="short"
            value={form?.lastDay ?? ""}
            aria-describedby="lastDay-hint"
          />
          <small id="lastDay-hint">{w.lastDayHint}</small>
        </div>
        <p class="add">
          <button type="submit">{w.addButton}</button>
        </p>
      </form>
    </section>
  );
}

function Ends(props: {
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
        <End
          view={view}
          action={`${path}/withdrawal`}
          label={w.withdraw}
          hints={[w.withdrawHint(count(pool.left))]}
        />
      ) : null}
      <End
        view={view}
        action={`${path}/retirement`}
        label={w.retire}
        hints={[
          w.retireHint(count(pool.left)),
          ...(isLast ? [w.retireLast] : []),
          ...(pool.waiting ? [w.retireWaiting(count(pool.waiting))] : []),
        ]}
      />
    </section>
  );
}

function End(props: {
  view: View;
  action: string;
  label: string;
  hints: string[];
}) {
  const { view, action, label, hints } = props;
  return (
    <details class="void wide-void">
      <summary>{label}</summary>
      <form method="post" action={action}>
        <Token csrf={view.csrf} />
        {hints.map((hint) => (
          <p class="hint">{hint}</p>
        ))}
        <label>
          {view.words.gifts.reason}
          <input name="reason" required maxlength={200} autocomplete="off" />
        </label>
        <button type="submit" class="danger">
          {label}
        </button>
      </form>
    </details>
  );
}
