/** @jsxImportSource hono/jsx */
import type { Chosen } from "../../actions/chosen.ts";
import type { View } from "../pages/view.ts";

/** The form that the boxes of a list belong to, wherever they stand. */
const formId = "bulk";

/** A box that chooses one of a list. */
export function Choose(props: { view: View; id: string; label: string }) {
  const { view, id, label } = props;
  return (
    <input
      type="checkbox"
      form={formId}
      name="id"
      value={id}
      checked={isAllTicked(view)}
      aria-label={label}
    />
  );
}

/** Ticks every box of the page, or none, without a script. */
export function TickAll({ view }: { view: View }) {
  const w = view.words.queue.bulk;
  const [path, search] = view.here.split("?");
  const query = new URLSearchParams(search);
  if (isAllTicked(view)) query.delete("tick");
  else query.set("tick", "all");
  return (
    <a href={query.size > 0 ? `${path}?${query}` : path}>
      {isAllTicked(view) ? w.tickNone : w.tickAll}
    </a>
  );
}

function isAllTicked({ here }: View): boolean {
  return new URLSearchParams(here.split("?")[1]).get("tick") === "all";
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
        <legend class="ticked">
          {w.bar} <TickAll view={view} />
        </legend>
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
