import { Component } from "preact";
import { copyText } from "../copy-text.ts";
import type { PartWords } from "../part.ts";
import type { Scene } from "../scene.ts";
import { addressToGoOn, wayOut } from "../way-out.ts";

interface HelpProps extends Scene {
  code: string;
  app: string;
}

/** In an app's own browser: that sign-in and cart may be elsewhere, and how to go on there with the referral. */
export default class InAppHelp extends Component<
  HelpProps,
  { isCopied?: boolean }
> {
  render({ code, app, say }: HelpProps) {
    const { isCopied } = this.state;
    const way = wayOut(app, addressToGoOn(code));
    return (
      <div class="in-app" part="in-app">
        <p class="hint">{say(app ? "inApp" : "inAppUnknown", { app })}</p>
        {!way && <p class="menu">{say("inAppMenu")}</p>}
        <div class="row">
          {way && (
            <a class="button main" part="in-app-button" href={way}>
              {say("inAppOpen")}
            </a>
          )}
          <button
            type="button"
            class="button"
            part="in-app-copy-button"
            onClick={this.#copy}
          >
            {say(isCopied ? "copied" : "copy")}
          </button>
        </div>
        {isCopied === false && <p class="wrong">{say("inAppUncopied")}</p>}
      </div>
    );
  }

  #copy = async ({ currentTarget }: Event): Promise<void> => {
    const { code, say, announce } = this.props;
    const isCopied = await copyText(
      addressToGoOn(code),
      currentTarget as Element,
    );
    this.setState({ isCopied });
    announce(say(isCopied ? "copied" : "inAppUncopied"));
  };
}

export { default as css } from "../styles/in-app.css?inline";

export const words: PartWords = {
  ja: [() => import("../messages/ja-in-app.ts")],
  en: [() => import("../messages/en-in-app.ts")],
  ko: [() => import("../messages/ko-in-app.ts")],
  "zh-Hans": [() => import("../messages/zh-hans-in-app.ts")],
  "zh-Hant": [() => import("../messages/zh-hant-in-app.ts")],
};
