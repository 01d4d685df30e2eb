/** @jsxImportSource hono/jsx */
import type { ListedApiKey } from "../../actions/list-keys.ts";
import { CardTable } from "../pages/card-table.tsx";
import { Instant } from "../pages/instant.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { EndKey, Overlap } from "./key-forms.tsx";

/** The API keys that hold, each with what it can be told by, and another one. */
export function ApiKeys({ view, keys }: { view: View; keys: ListedApiKey[] }) {
  const w = view.words.sites.keys;
  return (
    <>
      {keys.length === 0 ? (
        <p class="empty">{w.noApi}</p>
      ) : (
        <CardTable heads={[w.key, w.made, w.used, w.holds, w.replace]}>
          {keys.map((key) => (
            <Row view={view} key={key.id} apiKey={key} />
          ))}
        </CardTable>
      )}
      <form class="filter" method="post" action="/owner/sites/keys/api">
        <Token csrf={view.csrf} />
        <label>
          {w.label}
          <input name="label" maxlength={100} required autocomplete="off" />
        </label>
        <button type="submit">{w.add}</button>
        <p class="hint">{w.labelHint}</p>
      </form>
    </>
  );
}

function Row({ view, apiKey }: { view: View; apiKey: ListedApiKey }) {
  const w = view.words.sites.keys;
  const { id, ending, createdAt, usedAt, endsAt } = apiKey;
  const label = apiKey.label || w.unnamed;
  const action = `/owner/sites/keys/api/${id}`;
  return (
    <tr>
      <td data-label={w.key}>
        {label}
        {ending === null ? null : (
          <small>
            <code>sk_…{ending}</code>
          </small>
        )}
      </td>
      <td data-label={w.made}>
        <Instant at={createdAt} view={view} />
      </td>
      <td data-label={w.used}>
        {usedAt === null ? (
          w.never
        ) : (
          <>
            <small>{w.usedHint}</small>
            <Instant at={usedAt} view={view} />
          </>
        )}
      </td>
      <td data-label={w.holds}>
        {endsAt === null ? (
          w.always
        ) : (
          <>
            <small>{w.until}</small>
            <Instant at={endsAt} view={view} />
          </>
        )}
      </td>
      <td data-label={w.replace}>
        {endsAt === null ? (
          <form class="filter" method="post" action={`${action}/replacement`}>
            <Token csrf={view.csrf} />
            <Overlap view={view} />
            <button type="submit">
              {w.replace}
              <span class="unseen">: {label}</span>
            </button>
          </form>
        ) : null}
        <EndKey view={view} action={`${action}/ending`} name={label} />
      </td>
    </tr>
  );
}
