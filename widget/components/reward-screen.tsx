import { Component } from "preact";
import type { MyReward } from "../../sdk/protocol/answers.ts";
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
    const shown = news.length ? news : newest.slice(0, 1);
    const [first] = shown;
    if (!state.gift && shown.some(({ giftCode }) => giftCode)) {
      import("./gift-code.tsx").then(
        (gift) => set({ gift }),
        () => {},
      );
      return <section class="card share" aria-busy />;
    }
    const back = () => {
      markShown(account, account.news);
      go("share");
    };
    return (
      <section class="card share" part="card">
        {news.some(({ state }) => state !== "void") && bow()}
        {shown.map((reward, index) => (
          <Earned key={reward.id} {...scene} reward={reward} isFirst={!index} />
        ))}
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
        {element.surface === "share" && (
          <button type="button" class="button plain" onClick={back}>
            {say("back")}
          </button>
        )}
      </section>
    );
  }
}

interface EarnedProps extends Scene {
  reward: MyReward;
  isFirst: boolean;
}

function Earned(props: EarnedProps) {
  const { say, reward, isFirst, state } = props;
  const Gift = state.gift?.default;
  const overflow = overflowWords(say, reward);
  const Heading = isFirst ? "h2" : "h3";
  const got = say(`got_${reward.state}` as MessageKey, {
    reward: rewardName(say, reward),
  });
  return (
    <div class="earned" part="reward">
      {isFirst && <Eyebrow say={say} />}
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

function Eyebrow({ say }: Pick<Scene, "say">) {
  return (
    <p class="eyebrow" part="eyebrow">
      {say("news")}
    </p>
  );
}
