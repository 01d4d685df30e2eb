/** @jsxImportSource hono/jsx */
import type { GiftPoolDetails } from "../../actions/list-gift-pools.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";

/** A pool's codes by their last day, each group with a form that moves it. */
export function Expiries(props: {
  view: View;
  pool: GiftPoolDetails;
  path: string;
  now: number;
}) {
  const { view, pool, path, now } = props;
  const { formats, words } = view;
  const w = words.gifts;
  if (pool.expiries.length === 0) return null;
  return (
    <section aria-labelledby="expiries">
      <h2 id="expiries">{w.expiries}</h2>
      <p class="hint">{w.expiriesHint}</p>
      <ul class="expiries">
        {pool.expiries.map(({ expiresAt, codes }, index) => (
          <li>
            <strong>
              {expiresAt === null
                ? w.never
                : w.until(formats.day(expiresAt - 1))}
            </strong>
            {": "}
            {w.codes(formats.count(codes))}{" "}
            {expiresAt !== null && expiresAt <= now ? (
              <span class="state alarm">{w.expired}</span>
            ) : null}
            <details class="void">
              <summary>{w.move}</summary>
              <form method="post" action={`${path}/expiry`}>
                <Token csrf={view.csrf} />
                <input
                  type="hidden"
                  name="from"
                  value={expiresAt === null ? "never" : String(expiresAt)}
                />
                <label for={`last-${index}`}>
                  {w.lastDay}
                  <input id={`last-${index}`} name="lastDay" type="date" />
                </label>
                <p class="hint">{w.lastDayHint}</p>
                <button type="submit">{w.moveButton}</button>
              </form>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
