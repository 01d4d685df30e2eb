/** @jsxImportSource hono/jsx */
import type { typedInto } from "./typed.tsx";

/** A field for a line that must not be empty, with what was typed into it before it was refused. */
export function TypedField(props: {
  label: string;
  name: string;
  maxlength: number;
  typed: ReturnType<typeof typedInto>;
}) {
  const { label, name, maxlength, typed } = props;
  return (
    <label>
      {label}
      <input
        name={name}
        value={typed.of(name)}
        required
        maxlength={maxlength}
        autocomplete="off"
      />
    </label>
  );
}
