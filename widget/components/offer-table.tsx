import { headline } from "../headline.ts";
import { occasion, promise } from "../say.ts";
import type { Scene } from "../scene.ts";

/** What there is to give and to get: one sentence, then each step, both sides tied together by the red thread. */
export function OfferTable({ say, program }: Scene) {
  if (!program) return null;
  const { brand, offer } = program;
  return (
    <>
      <p class="eyebrow" part="eyebrow">
        {brand && `${brand} · `}
        {say("title")}
      </p>
      <h2 part="headline" tabIndex={-1}>
        {headline(say, offer)}
      </h2>
      <table part="offer">
        <thead>
          <tr>
            <td>
              <svg viewBox="0 0 99 20" preserveAspectRatio="none" aria-hidden="true" class="thread">
                <path d="M0 10c20-18 32 16 50 0s32-16 49 0" />
              </svg>
            </td>
            <th scope="col">{say("friend")}</th>
            <th scope="col">{say("you")}</th>
          </tr>
        </thead>
        {offer.steps.map(({ on, friend, referrer }) => (
          <tr key={on}>
            <th scope="row">{occasion(say, on)}</th>
            <td>{promise(say, friend) || "–"}</td>
            <td>{promise(say, referrer) || "–"}</td>
          </tr>
        ))}
      </table>
    </>
  );
}
