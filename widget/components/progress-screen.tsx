import type { MyFriend, MyReward } from "../../sdk/protocol/answers.ts";
import { day } from "../day.ts";
import {
  knownStage,
  rewardName,
  rewardStanding,
  sentence,
} from "../reward-words.ts";
import type { MessageKey } from "../say.ts";
import type { Scene } from "../scene.ts";
import { NameForm } from "./name-form.tsx";

/** The member's standing: totals, friends without their identity, rewards with dates and reasons. */
export function ProgressScreen(scene: Scene) {
  const { say, me, element, go } = scene;
  if (!me) return null;
  const { totals } = me;
  const sums = [
    ["total_pending", totals.pendingMinor],
    ["total_confirmed", totals.confirmedMinor],
    ["total_paid", totals.paidMinor],
  ] as const;
  return (
    <section class="card share" part="card">
      <h2 part="headline" tabIndex={-1}>
        {say("standing")}
      </h2>
      <dl class="totals" part="totals">
        {sums.map(([key, amountMinor]) => (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd>{say.money(amountMinor, totals.currency)}</dd>
          </div>
        ))}
      </dl>
      <h3>{say("friends")}</h3>
      {me.friends.length ? (
        <ul part="friends">
          {me.friends.map((friend) => (
            <Friend key={friend.label} say={say} friend={friend} />
          ))}
        </ul>
      ) : (
        <p>{say("noFriends")}</p>
      )}
      <p class="hint">{say("private")}</p>
      <h3>{say("rewards")}</h3>
      {me.rewards.length ? (
        <ul part="rewards">
          {me.rewards.map((reward) => (
            <Reward key={reward.id} say={say} reward={reward} />
          ))}
        </ul>
      ) : (
        <p>{say("noRewardsHint")}</p>
      )}
      <NameForm {...scene} />
      {element.surface !== "progress" && (
        <button type="button" class="button plain" onClick={() => go("share")}>
          {say("back")}
        </button>
      )}
    </section>
  );
}

function Friend({ say, friend }: { say: Scene["say"]; friend: MyFriend }) {
  const { label, stage, because, at } = friend;
  const known = knownStage(stage);
  return (
    <li>
      <b>{say("friendLabel", { label })}</b>
      <span>
        {say.own(`stage_${stage}`) ||
          say(known === "stage" ? "stage_other" : `stage_${known}`)}
      </span>
      <time>{day(say.language, at)}</time>
      {because && <p class="hint">{say(because)}</p>}
    </li>
  );
}

function Reward({ say, reward }: { say: Scene["say"]; reward: MyReward }) {
  return (
    <li>
      <b>{sentence(rewardName(say, reward))}</b>
      <span class={`state ${reward.state}`}>
        {say(`state_${reward.state}` as MessageKey)}
      </span>
      <time>{day(say.language, reward.at)}</time>
      <p class="hint">{rewardStanding(say, reward)}</p>
    </li>
  );
}
