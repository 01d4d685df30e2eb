/** @jsxImportSource hono/jsx */
import { TickAll } from "../bulk/bulk-bar.tsx";
import type { View } from "../pages/view.ts";

/** What can be done with the ticked of a list. It only asks what would happen. */
export function ManyBar(props: {
  view: View;
  action: string;
  /** Names of acts, by what is sent. */
  acts: Record<string, string>;
}) {
  const w = props.view.words.queue.bulk;
  return (
    <form class="bulk" id="bulk" method="get" action={props.action}>
      <fieldset>
        <legend class="ticked">
          {w.bar} <TickAll view={props.view} />
        </legend>
        {Object.entries(props.acts).map(([act, name]) => (
          <button type="submit" name="act" value={act}>
            {name}
          </button>
        ))}
      </fieldset>
      <p class="hint">{w.hint}</p>
    </form>
  );
}
