/** @jsxImportSource hono/jsx */
import type { Chosen } from "../../actions/chosen.ts";
import type { View } from "../pages/layout.tsx";

/** The form that the boxes of a list belong to, wherever they stand. */
const formId = "bulk";

/** A box that chooses one of a list. */
export function Choose({ id, label }: { id: string; label: string }) {
  return (
    <input
      type="checkbox"
      form={formId}
      name="id"
      value={id}
      aria-label={label}
    />
  );
}

/** What can be done with the chosen, and with all that match. It only asks what would happen. */
export function BulkBar(props: {
  view: View;
  /** Where it is asked. */
  action: string;
  of: Chosen["of"];
  acts: string[];
  /** What the list is narrowed to. */
  filter: Record<string, string>;
}) {
  const { view, action, of, acts, filter } = props;
  const w = view.words.queue.bulk;
  const names: Record<string, string> = w.acts[of];
  return (
    <form class="bulk" id={formId} method="get" action={action}>
      {Object.entries(filter).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend>{w.bar}</legend>
        {acts.map((act) => (
          <button type="submit" name="act" value={act}>
            {names[act]}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend>{w.all}</legend>
        {acts.map((act) => (
          <button type="submit" name="all" value={act} class="quiet">
            {names[act]}
          </button>
        ))}
      </fieldset>
      <p class="hint">{w.hint}</p>
    </form>
  );
}
