/** @jsxImportSource hono/jsx */
import type { View } from "../pages/view.ts";
import type { UploadedList } from "./codes-of-upload.ts";

/** Lines of an upload that are no codes, for finding them. */
export function WrongLines({
  view,
  wrong,
}: {
  view: View;
  wrong: UploadedList["wrong"];
}) {
  const { count } = view.formats;
  const w = view.words.gifts;
  const rest = wrong.length - wrongShown;
  return (
    <section class="wrong-lines" aria-label={w.wrong(count(wrong.length))}>
      <p class="hint">{w.wrongHint}</p>
      <ul>
        {wrong.slice(0, wrongShown).map(({ line, text }) => (
          <li>
            {w.line(count(line))}: <code>{text.slice(0, 80)}</code>
          </li>
        ))}
        {rest > 0 ? <li>{w.more(count(rest))}</li> : null}
      </ul>
    </section>
  );
}

/** More would not be read by anybody. */
const wrongShown = 100;
