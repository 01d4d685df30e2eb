import { Component } from "preact";
import type { MyReward } from "../../sdk/protocol/answers.ts";
import { copyText } from "../copy-text.ts";
import type { Scene } from "../scene.ts";

interface GiftProps extends Scene {
  reward: MyReward;
}

/** The code of a gift that was handed out, and where it is used. As good as money: copying it is told to nobody. */
export class GiftCode extends Component<GiftProps, { isCopied?: boolean }> {
  render({ say, reward }: GiftProps, { isCopied }: { isCopied?: boolean }) {
    const { giftCode, giftUrl } = reward;
    if (!giftCode) return null;
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
