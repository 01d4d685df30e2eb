/** @jsxImportSource hono/jsx */
import { webhookTypes } from "../../../sdk/protocol/webhook.ts";
import { named } from "../named.ts";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

export interface NewEndpoint {
  url: string;
  events: readonly string[];
}

/** Another address, and what it is to be told. */
export function EndpointForm({
  view,
  form,
}: {
  view: View;
  form: NewEndpoint;
}) {
  const w = view.words.webhooks;
  return (
    <section aria-labelledby="add">
      <h2 id="add">{w.add}</h2>
      <form class="new-endpoint" method="post" action="/owner/webhooks">
        <Token csrf={view.csrf} />
        <div class="field">
          <label for="url">{w.url}</label>
          <input
            id="url"
            name="url"
            type="url"
            required
            maxlength={2000}
            placeholder={w.urlHint}
            value={form.url}
            autocomplete="off"
          />
        </div>
        <fieldset>
          <legend>{w.events}</legend>
          {webhookTypes.map((type) => (
            <p class="field check">
              <label>
                <input
                  type="checkbox"
                  name={type}
                  value="yes"
                  checked={form.events.includes(type)}
                />
                <span>
                  {named(w.types, type)} <code>{type}</code>
                </span>
              </label>
            </p>
          ))}
        </fieldset>
        <p class="add">
          <button type="submit">{w.addButton}</button>
        </p>
      </form>
    </section>
  );
}
