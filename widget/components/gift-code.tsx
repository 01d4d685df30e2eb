import { Component } from "preact";
import type { MyReward } from "../../sdk/protocol/me.ts";
import { copyText } from "../copy-text.ts";
import { day } from "../day.ts";
import type { Scene } from "../scene.ts";

interface GiftProps extends Scene {
  reward: MyReward;
}

export { default as css } from "../styles/gift.css?inline";

/** The code of a gift that was handed out, and where it is used. As good as money: copying it is told to nobody. */
export default class GiftCode extends Component<
  GiftProps,
  { isCopied?: boolean }
> {
  render({ say, reward }: GiftProps, { isCopied }: { isCopied?: boolean }) {
    const { giftCode, giftUrl, giftExpiresAt } = reward;
    if (!giftCode) return null;
    const isOver = giftExpiresAt !== undefined && giftExpiresAt <= Date.now();
    return (
      <div class="gift" part="gift">
        <div class="row">
          <label>
            <span>{say("giftCode")}</span>
            <input
              part="gift-code"
              readOnly
              value={giftCode}
              onFocus={(event) => event.currentTarget.select()}
            />
          </label>
          <button
            type="button"
            class="button"
            part="copyGift-button"
            onClick={this.#copy}
          >
            {say(isCopied ? "copied" : "copyGift")}
          </button>
          {isWebAddress(giftUrl) && (
            <a
              class="button"
              part="gift-link"
              href={giftUrl}
              target="_blank"
              rel="noopener noreferrer"
            >
              {say("useGift")}
              <span class="unseen">{say("newTab")}</span>
            </a>
          )}
        </div>
        {giftExpiresAt !== undefined && (
          <p class={isOver ? "wrong" : "hint"} part="gift-until">
            {say(isOver ? "giftOver" : "giftUntil", {
              // From that instant on nobody honours it: the day before midnight is the last.
              date: day(say.language, giftExpiresAt - 1),
            })}
          </p>
        )}
        {isCopied === false && <p class="wrong">{say("copyFailed")}</p>}
      </div>
    );
  }

  #copy = async ({ currentTarget }: { currentTarget: Element }) => {
    const { say, announce, reward } = this.props;
    const isCopied = await copyText(reward.giftCode ?? "", currentTarget);
    this.setState({ isCopied });
    announce(say(isCopied ? "copied" : "copyFailed"));
  };
}

/** The collector takes no others; a link is not the place to rely on that. */
function isWebAddress(url: string | undefined): url is string {
  return /^https?:\/\//i.test(url ?? "");
}
