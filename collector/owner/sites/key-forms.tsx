/** @jsxImportSource hono/jsx */
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";

const overlaps = ["24", "168", "0"] as const;

/** For how long the key before still holds. */
export function Overlap({ view }: { view: View }) {
  const w = view.words.sites.keys;
  return (
    <label>
      {w.overlap}
      <select name="overlap">
        {overlaps.map((hours) => (
          <option value={hours}>{w.overlaps[hours]}</option>
        ))}
      </select>
    </label>
  );
}

/** Behind a summary, as it cannot be undone. */
export function EndKey(props: { view: View; action: string; name: string }) {
  const { view, action, name } = props;
  const w = view.words.sites.keys;
  return (
    <details class="confirm">
      <summary>
        {w.end}
        <span class="unseen">: {name}</span>
      </summary>
      <form method="post" action={action}>
        <Token csrf={view.csrf} />
        <p>{w.endMeans}</p>
        <button type="submit" class="danger">
          {w.endConfirm}
        </button>
      </form>
    </details>
  );
}
