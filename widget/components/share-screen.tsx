import type { Scene } from "../scene.ts";
import { offerTable } from "./offer-table.tsx";
import { shareTools } from "./share-tools.tsx";

/** The first screen: what both get, the link, and the ways to send it. */
export function ShareScreen(scene: Scene) {
  const { say, me, go, state } = scene;
  return (
    <section class="card share" part="card">
      {offerTable(scene)}
      {state.note && <p>{state.note}</p>}
      {me?.member.referred && <p>{say("referred")}</p>}
      {shareTools(scene)}
      {!me?.shareOnly && (
        <button
          type="button"
          class="button plain"
          onClick={() => go("progress")}
        >
          {say("progress")}
        </button>
      )}
    </section>
  );
}
