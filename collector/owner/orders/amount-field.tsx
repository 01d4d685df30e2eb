/** @jsxImportSource hono/jsx */
import type { typedInto } from "../typed.tsx";

/** A field for an amount of money, which may stay empty. */
export function AmountField(props: {
  label: string;
  name: string;
  typed: ReturnType<typeof typedInto>;
  /** The id of what explains it. */
  describedBy?: string;
}) {
  const { label, name, typed, describedBy } = props;
  return (
    <label>
      {label}
      <input
        name={name}
        value={typed.of(name)}
        inputmode="decimal"
        autocomplete="off"
        maxlength={30}
        aria-describedby={describedBy}
      />
    </label>
  );
}
