import { Component } from "preact";
import type { MyReward } from "../../sdk/protocol/me.ts";
import { announceNews } from "../announce-news.ts";
import { markShown } from "../change-me.ts";
import {
  nextPromise,
  overflowWords,
  rewardCause,
  rewardName,
  rewardStanding,
  sentence,
} from "../reward-words.ts";
import type { MessageKey } from "../say.ts";
import type { Scene } from "../scene.ts";
import { bow } from "./bow.tsx";
import { shareTools } from "./share-tools.tsx";

/** After a reward: what was earned and why, where it stands, what comes next, and the share buttons again. */
export class RewardScreen extends Component<Scene> {
  #observer: IntersectionObserver | undefined;
  /** Ids of what was news when this was first drawn, or since. */
  #news = new Set<string>();

  componentDidMount(): void {
    announceNews(this.props.account);
    this.componentDidUpdate();
  }

  componentDidUpdate(): void {
    const { account, element } = this.props;
    const heading = element.shadowRoot?.querySelector("h2");
    if (!heading || this.#observer) return;
    this.#observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) markShown(account, account.news);
    });
    this.#observer.observe(heading);
  }

  componentWillUnmount(): void {
    this.#observer?.disconnect();
  }

  render(scene: Scene) {
    const { say, me, program, element, account, go, state, set } = scene;
    if (!me || !program) return null;
    for (const { id } of account.news) this.#news.add(id);
    const news = me.rewards.filter(({ id }) => this.#news.has(id));
    const newest = [...me.rewards].sort((a, b) => b.at - a.at);
    const shown = news.length ? news.sort(byUse) : newest.slice(0, 1);
    // The others come after the share buttons, so that those are near.
    const [first, ...others] = shown;
    if (!state.gift && shown.some(({ giftCode }) => giftCode)) {
      import("./gift-code.tsx").then(
        (gift) => set({ gift }),
        () => {},
      );
      return <section class="card share" aria-busy />;
    }
    const { surface } = element;
    const back = () => {
      markShown(account, account.news);
      go(surface);
    };
    return (
      <section class="card share" part="card">
        {news.some(({ state }) => state !== "void") && bow()}
        {first && (
          <Earned
            key={first.id}
            {...scene}
            reward={first}
            count={shown.length}
          />
        )}
        {first ? (
          <div class="next" part="next">
            <h3>{say("next")}</h3>
            <p>{nextPromise(say, first, program.offer) ?? say("nextShare")}</p>
            {first.to === "friend" && <p>{say("invite")}</p>}
          </div>
        ) : (
          <div class="earned">
            <Eyebrow say={say} />
            <h2 part="headline" tabIndex={-1}>
              {say("noRewards")}
            </h2>
            <p>{say("noRewardsHint")}</p>
          </div>
        )}
        {program.state === "live" && shareTools(scene)}
        {others.map((reward) => (
          <Earned key={reward.id} {...scene} reward={reward} />
        ))}
        {surface !== "reward" && (
          <button type="button" class="button plain" onClick={back}>
            {say(surface === "share" ? "back" : "progress")}
          </button>
        )}
      </section>
    );
  }
}

interface EarnedProps extends Scene {
  reward: MyReward;
  /** How many there are, of the first of them. */
  count?: number;
}

/** What can be used at once comes first, what was taken back last. */
function byUse(a: MyReward, b: MyReward): number {
  return use(b) - use(a) || b.at - a.at;
}

function use({ giftCode, state }: MyReward): number {
  return state === "void" ? -1 : giftCode ? 1 : 0;
}

function Earned(props: EarnedProps) {
  const { say, reward, count, state } = props;
  const Gift = state.gift?.default;
  const overflow = overflowWords(say, reward);
  const Heading = count ? "h2" : "h3";
  const got = say(`got_${reward.state}` as MessageKey, {
    reward: rewardName(say, reward),
  });
  return (
    <div class="earned" part="reward">
      {count && <Eyebrow say={say} count={count} />}
      <Heading part="headline" tabIndex={-1}>
        {sentence(got)}
      </Heading>
      {overflow && <p part="overflow">{overflow}</p>}
      <p>{rewardCause(say, reward)}</p>
      <p class="standing">
        <span class={`state ${reward.state}`}>
          {say(`state_${reward.state}` as MessageKey)}
        </span>
        {rewardStanding(say, reward)}
      </p>
      {Gift && <Gift {...props} />}
    </div>
  );
}

function Eyebrow({ say, count = 1 }: { say: Scene["say"]; count?: number }) {
  return (
    <p class="eyebrow" part="eyebrow">
      {say("news")}
      {count > 1 && ` (${count})`}
    </p>
  );
}
