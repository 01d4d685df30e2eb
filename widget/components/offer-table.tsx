import {
  headline,
  occasion,
  promise,
} from "../../sdk/protocol/offer-sentences.ts";
import type { Scene } from "../scene.ts";

/** What there is to give and to get: one sentence, then each step, both sides tied together by the red thread. */
export function offerTable({ say, program }: Scene) {
  if (!program) return null;
  const { brand, offer } = program;
  return (
    <>
      <hgroup>
        <p class="eyebrow" part="eyebrow">
          {brand && `${brand} · `}
          {say("title")}
        </p>
        <h2 part="headline" tabIndex={-1}>
          {headline(say, offer)}
        </h2>
      </hgroup>
      <table part="offer">
        <thead>
          <tr>
            <th>
              {say("friend")}
              <svg class="thread" viewBox="0 0 99 9" aria-hidden="true">
                <path d="M0 5c20-9 32 8 50 0s32-8 49 0" />
              </svg>
            </th>
            <th>{say("you")}</th>
          </tr>
        </thead>
        {offer.steps.map(({ on, friend, referrer }) => (
          <tbody key={on}>
            <tr>
              <th colSpan={2}>{occasion(say, on)}</th>
            </tr>
            <tr>
              <td>{promise(say, friend) || "–"}</td>
              <td>{promise(say, referrer) || "–"}</td>
            </tr>
          </tbody>
        ))}
      </table>
    </>
  );
}
