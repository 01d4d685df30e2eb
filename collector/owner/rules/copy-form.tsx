/** @jsxImportSource hono/jsx */
import type { Program } from "../../domain/program.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { Refused, typedInto } from "../typed.tsx";
import { TypedField } from "../typed-field.tsx";

/** Makes a programme of its own for somebody else, out of this one. */
export function CopyForm({ view, program }: { view: View; program: Program }) {
  const w = view.words.rules;
  const form = "/owner/program/copies";
  const action = `${form}?${new URLSearchParams({ program: program.id })}`;
  const typed = typedInto(view, form);
  const audience = typed.of("audience") ?? "partner";
  return (
    <section aria-labelledby="copy-title" id="copy">
      <h2 id="copy-title">{w.copyTitle}</h2>
      <p class="hint">{w.copyHint}</p>
      <form class="filter" method="post" action={action}>
        <Token csrf={view.csrf} />
        <Refused view={view} form={form} />
        <label>
          {w.copyId}
          <input
            name="id"
            value={typed.of("id")}
            required
            maxlength={40}
            pattern="[a-z0-9][a-z0-9-]*"
            placeholder="partners"
            autocomplete="off"
            aria-describedby="copy-id"
          />
        </label>
        <TypedField
          label={w.fields.name ?? ""}
          name="name"
          maxlength={200}
          typed={typed}
        />
        <label>
          {w.fields.audience}
          <select name="audience">
            {Object.entries(w.options.audience).map(([value, text]) => (
              <option value={value} selected={value === audience}>
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
