/** @jsxImportSource hono/jsx */
import type { typedInto } from "./typed.tsx";
import { TypedField } from "./typed-field.tsx";

/** Why the owner does what the form does: kept in the audit. */
export function ReasonField(props: {
  label: string;
  typed: ReturnType<typeof typedInto>;
}) {
  return <TypedField {...props} name="reason" maxlength={200} />;
}
