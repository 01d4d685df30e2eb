import {
  headline,
  occasion,
  promise,
} from "../../sdk/protocol/offer-sentences.ts";
import type { Scene } from "../scene.ts";
import { thread } from "./thread.tsx";

/** What there is to give and to get: one sentence, then each step, both sides tied together by the red thread; said once where both get the same. */
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
              <div class="tie">
                {say("friend")}
                {thread()}
              </div>
            </th>
            <th>{say("you")}</th>
          </tr>
        </thead>
        {offer.steps.map(({ on, friend, referrer }) => {
          const theirs = promise(say, friend) || "–";
          const yours = promise(say, referrer) || "–";
          const isSame = theirs === yours;
          return (
            <tbody key={on}>
              <tr>
                <th colSpan={2}>{occasion(say, on)}</th>
              </tr>
              <tr>
                <td colSpan={isSame ? 2 : 1}>{theirs}</td>
                {!isSame && <td>{yours}</td>}
              </tr>
            </tbody>
          );
        })}
      </table>
    </>
  );
}
