import type { MyFriend, MyReward } from "../../sdk/protocol/answers.ts";
import { recognised } from "../receipt-words.ts";
import {
  confirmableFrom,
  knownStage,
  overflowWords,
  rewardCause,
  rewardName,
  rewardStanding,
  sentence,
} from "../reward-words.ts";
import type { MessageKey } from "../say.ts";
import type { Scene } from "../scene.ts";
import { GiftCode } from "./gift-code.tsx";
import { NameForm } from "./name-form.tsx";
import { Objection } from "./objection.tsx";
import { StandingRow } from "./standing-row.tsx";

/** The member's standing: totals, friends without their identity, rewards, and the receipt of each. */
export function ProgressScreen(scene: Scene) {
  const { say, me, element, go } = scene;
  if (!me) return null;
  const { totals, friends, rewards } = me;
  const sums = [
    ["total_pending", totals.pendingMinor],
    ["total_confirmed", totals.confirmedMinor],
    ["total_paid", totals.paidMinor],
  ] as const;
  const listed = new Set([...friends, ...rewards].map(({ id }) => id));
  // About a missing friend, or about something that is no longer listed.
  const others = me.disputes?.filter(
    ({ about }) => !about || !listed.has(about),
  );
  return (
    <div class="share">
      <section class="card progress" part="card">
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
        <div>
          <h3>{say("friends")}</h3>
          {friends.length ? (
            <ul part="friends">
              {friends.map((friend) => (
                <Friend key={friend.label} scene={scene} friend={friend} />
              ))}
            </ul>
          ) : (
            <p>{say("noFriends")}</p>
          )}
          <p class="hint">{say("private")}</p>
          <Objection {...scene} about={null} disputes={others ?? []} />
        </div>
        <div>
          <h3>{say("rewards")}</h3>
          {rewards.length ? (
            <ul part="rewards">
              {rewards.map((reward) => (
                <Reward key={reward.id} scene={scene} reward={reward} />
              ))}
            </ul>
          ) : (
            <p>{say("noRewardsHint")}</p>
          )}
        </div>
        <NameForm {...scene} />
        {element.surface !== "progress" && (
          <button
            type="button"
            class="button plain"
            onClick={() => go("share")}
          >
            {say("back")}
          </button>
        )}
      </section>
    </div>
  );
}

function Friend({ scene, friend }: { scene: Scene; friend: MyFriend }) {
  const { say } = scene;
  const { id, label, stage, because, at, receipt } = friend;
  const known = knownStage(stage);
  const stageName =
    say.own(`stage_${stage}`) ||
    say(known === "stage" ? "stage_other" : `stage_${known}`);
  const waits = receipt?.because ?? null;
  return (
    <StandingRow
      scene={scene}
      id={id}
      title={say("friendLabel", { label })}
      tag={<span>{stageName}</span>}
      at={at}
      standing={because ? say(because) : ""}
      receipt={receipt}
      because={[
        receipt ? recognised(say, "referrer", receipt) : "",
        because ? "" : say("counts"),
        because || !waits ? "" : say(waits),
        confirmableFrom(say, receipt?.until ?? null),
      ]}
    />
  );
}

function Reward({ scene, reward }: { scene: Scene; reward: MyReward }) {
  const { say } = scene;
  const { id, to, state, at, receipt } = reward;
  return (
    <StandingRow
      scene={scene}
      id={id}
      title={sentence(rewardName(say, reward))}
      tag={
        <span class={`state ${state}`}>
          {say(`state_${state}` as MessageKey)}
        </span>
      }
      at={at}
      standing={rewardStanding(say, reward)}
      receipt={receipt}
      because={[
        rewardCause(say, reward),
        receipt ? recognised(say, to, receipt) : "",
        overflowWords(say, reward),
      ]}
    >
      <GiftCode {...scene} reward={reward} />
    </StandingRow>
  );
}
