/** @jsxImportSource hono/jsx */
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

/** A form that asks for a reason before it takes something back, folded up until it is wanted. */
export function VoidForm(props: {
  view: View;
  action: string;
  label: string;
  hints?: string[];
  /** What the field for the reason and the button say; else what they say of a reward. */
  reason?: string;
  button?: string;
  /** Where there is room for it. */
  isWide?: boolean;
}) {
  const { view, action, label, hints = [] } = props;
  const w = view.words.rewards;
  return (
    <details class={props.isWide ? "void wide-void" : "void"}>
      <summary>{label}</summary>
      <form method="post" action={action}>
        <Token csrf={view.csrf} />
        {hints.map((hint) => (
          <p class="hint">{hint}</p>
        ))}
        <label>
          {props.reason ?? w.reason}
          <input name="reason" required maxlength={200} autocomplete="off" />
        </label>
        <button type="submit" class="danger">
          {props.button ?? w.void}
        </button>
      </form>
    </details>
  );
}
