import { occasion, promise } from "../../sdk/protocol/offer-sentences.ts";
import { nextPromise } from "../reward-words.ts";
import type { Scene } from "../scene.ts";
import { shareTools } from "./share-tools.tsx";

/** What is best done next: to see the news that was waved away, and to send the link, which is at hand. */
export function nextStep(scene: Scene) {
  const { say, account, program, go } = scene;
  const hasNews = account.news.length > 0;
  const isLive = program?.state === "live";
  if (!hasNews && !isLive) return null;
  return (
    <div class="next" part="next">
      {hasNews && (
        <button type="button" class="button main" onClick={() => go("reward")}>
          {say("news")}
        </button>
      )}
      {isLive && (
        <>
          <h3>{say("next")}</h3>
          <p>{promiseOf(scene)}</p>
          {shareTools({ ...scene, isShort: true })}
        </>
      )}
    </div>
  );
}

/** After a reward, what the next step brings; before the first, what the first does. */
function promiseOf({ say, me, program }: Scene): string {
  const [newest] = [...(me?.rewards ?? [])]
    .filter(({ to, state }) => to === "referrer" && state !== "void")
    .sort((a, b) => b.at - a.at);
  const offer = program?.offer;
  const step = offer?.steps.find(({ referrer }) => referrer);
  if (newest && offer)
    return nextPromise(say, newest, offer) ?? say("nextShare");
  return step
    ? say("nextReferrer", {
        step: occasion(say, step.on),
        reward: promise(say, step.referrer),
      })
    : say("noFriends");
}
