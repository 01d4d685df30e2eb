/** @jsxImportSource hono/jsx */
import type { Program } from "../../domain/program.ts";
import { Token, type View } from "../pages/layout.tsx";

/** Makes a programme of its own for somebody else, out of this one. */
export function CopyForm({ view, program }: { view: View; program: Program }) {
  const w = view.words.rules;
  const action = `/owner/program/copies?${new URLSearchParams({ program: program.id })}`;
  return (
    <section aria-labelledby="copy-title">
      <h2 id="copy-title">{w.copyTitle}</h2>
      <p class="hint">{w.copyHint}</p>
      <form class="filter" method="post" action={action}>
        <Token csrf={view.csrf} />
        <label>
          {w.copyId}
          <input
            name="id"
            required
            maxlength={40}
            pattern="[a-z0-9][a-z0-9-]*"
            placeholder="partners"
            autocomplete="off"
            aria-describedby="copy-id"
          />
        </label>
        <label>
          {w.fields.name}
          <input name="name" required maxlength={200} autocomplete="off" />
        </label>
        <label>
          {w.fields.audience}
          <select name="audience">
            {Object.entries(w.options.audience).map(([value, text]) => (
              <option value={value} selected={value === "partner"}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{w.copy}</button>
        <p id="copy-id" class="hint">
          {w.copyId}: {w.copyIdHint}
        </p>
      </form>
    </section>
  );
}
