/** @jsxImportSource hono/jsx */
import type { typedInto } from "./typed.tsx";

/** Why the owner does what the form does: kept in the audit. */
export function ReasonField(props: {
  label: string;
  typed: ReturnType<typeof typedInto>;
}) {
  return (
    <label>
      {props.label}
      <input
        name="reason"
        value={props.typed.of("reason")}
        required
        maxlength={200}
        autocomplete="off"
      />
    </label>
  );
}
