/** @jsxImportSource hono/jsx */
import type { View } from "../pages/view.ts";

/** The fields of a pool that may be changed later, too. */
export function PoolFields(props: {
  view: View;
  form: { name: string; url: string; lowBelow: string };
}) {
  const { view, form } = props;
  const w = view.words.gifts;
  return (
    <>
      <div class="field">
        <label for="name">{w.name}</label>
        <input
          id="name"
          name="name"
          required
          maxlength={100}
          value={form.name}
          autocomplete="off"
          aria-describedby="name-hint"
        />
        <small id="name-hint">{w.nameHint}</small>
      </div>
      <div class="field">
        <label for="url">{w.url}</label>
        <input
          id="url"
          name="url"
          type="url"
          maxlength={2000}
          placeholder="https://"
          value={form.url}
          autocomplete="off"
          aria-describedby="url-hint"
        />
        <small id="url-hint">{w.urlHint}</small>
      </div>
      <div class="field">
        <label for="lowBelow">{w.lowBelow}</label>
        <input
          id="lowBelow"
          name="lowBelow"
          inputmode="numeric"
          class="number short"
          required
          maxlength={9}
          value={form.lowBelow}
          autocomplete="off"
        />
      </div>
    </>
  );
}
