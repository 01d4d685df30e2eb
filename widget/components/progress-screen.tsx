import type { MyDispute, MyFriend, MyReward } from "../../sdk/protocol/me.ts";
import {
  knownStage,
  rewardName,
  rewardStanding,
  sentence,
} from "../reward-words.ts";
import type { MessageKey } from "../say.ts";
import type { Scene } from "../scene.ts";
import { nextStep } from "./next-step.tsx";
import { StandingRow } from "./standing-row.tsx";

/** The member's standing: totals, friends without their identity, rewards, and the receipt of each. */
export function ProgressScreen(scene: Scene) {
  const { say, me, element, go, state, set } = scene;
  if (!me) return null;
  const { totals, friends, rewards } = me;
  const all = [totals, ...(totals.others ?? [])];
  const sums = [
    ["total_pending", "pendingMinor"],
    ["total_confirmed", "confirmedMinor"],
    ["total_paid", "paidMinor"],
  ] as const;
  const { disputes = [] } = me;
  const NameForm = state.name?.default;
  // Offline it stays empty until it is opened again.
  const loadName = () =>
    import("./name-form.tsx").then(
      (name) => set({ name }),
      () => {},
    );
  const about = (id: string | undefined) =>
    disputes.filter((dispute) => dispute.about === id);
  const listed = new Set([...friends, ...rewards].map(({ id }) => id));
  // About a friend who is missing, or about something that is no longer listed.
  const others = disputes.filter(({ about }) => !about || !listed.has(about));
  return (
    <div class="share">
      <section class="card progress" part="card">
        <h2 part="headline" tabIndex={-1}>
          {say("standing")}
        </h2>
        <dl class="totals" part="totals">
          {sums.map(([key, sum]) => (
            <div key={key}>
              <dt>{say(key)}</dt>
              {all.map((one) => (
                <dd key={one.currency}>{say.money(one[sum], one.currency)}</dd>
              ))}
            </div>
          ))}
        </dl>
        {nextStep(scene)}
        <div>
          <h3>{say("friends")}</h3>
          {friends.length ? (
            <ul part="friends">
              {friends.map((friend) => (
                <li key={friend.label}>
                  <Friend
                    scene={scene}
                    friend={friend}
                    disputes={about(friend.id)}
                  />
                </li>
              ))}
            </ul>
          ) : (
            <p>{say("noFriends")}</p>
          )}
          <StandingRow scene={scene} title={say("missing")} disputes={others} />
          <p class="hint">{say("private")}</p>
        </div>
        <div>
          <h3>{say("rewards")}</h3>
          {rewards.length ? (
            <ul part="rewards">
              {rewards.map((reward) => (
                <li key={reward.id}>
                  <Reward
                    scene={scene}
                    reward={reward}
                    disputes={about(reward.id)}
                  />
                </li>
              ))}
            </ul>
          ) : (
            <p>{say("noRewardsHint")}</p>
          )}
        </div>
        <details part="name" onToggle={loadName}>
          <summary>
            <b>{say("publicName")}</b>
            <span class="hint">
              {me.member.publicName || say("publicNameHint")}
            </span>
          </summary>
          {NameForm && <NameForm {...scene} />}
        </details>
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

interface RowProps {
  scene: Scene;
  disputes: MyDispute[];
}

function Friend(props: RowProps & { friend: MyFriend }) {
  const { scene, friend } = props;
  const { say } = scene;
  const { label, stage, because, at } = friend;
  const known = knownStage(stage);
  const stageName =
    say.own(`stage_${stage}`) ||
    say(known === "stage" ? "stage_other" : `stage_${known}`);
  return (
    <StandingRow
      {...props}
      title={say("friendLabel", { label })}
      tag={<span>{stageName}</span>}
      at={at}
      standing={because ? say(because) : ""}
    />
  );
}

function Reward(props: RowProps & { reward: MyReward }) {
  const { scene, reward } = props;
  const { say } = scene;
  const { state, at } = reward;
  return (
    <StandingRow
      {...props}
      title={sentence(rewardName(say, reward))}
      tag={
        <span class={`state ${state}`}>
          {say(`state_${state}` as MessageKey)}
        </span>
      }
      at={at}
      standing={rewardStanding(say, reward)}
    />
  );
}
