import { render } from "preact";
import { sayer } from "../sdk/protocol/say.ts";
import type { Language } from "../sdk/protocol/spoken.ts";
import type { Account } from "./account.ts";
import type { EnishiElement } from "./element.ts";
import { languages } from "./languages.ts";
import { openOver } from "./open-over.ts";
import { dress, type Part, wordsOf } from "./part.ts";
import * as rewardLanguage from "./reward-language.ts";
import { rewardName, sentence } from "./reward-words.ts";
import type { MessageKey } from "./say.ts";

/** A notice at the edge of the page that leads to the news; it stays until somebody answers it, and takes no focus. */
export async function drawToast(
  element: EnishiElement,
  account: Account,
  language: Language,
  parts: (Part | undefined)[],
): Promise<void> {
  const root = element.shadowRoot;
  const loaded = await wordsOf(language, [languages, ...parts, rewardLanguage]);
  const [reward] = account.news;
  if (!root || !element.isConnected) return;
  // Shown in the meantime, here or in another tab.
  if (!reward) return element.remove();
  const say = sayer(language, loaded, account.program?.texts);
  const got = say(`got_${reward.state}` as MessageKey, {
    reward: rewardName(say, reward),
  });
  dress(root, parts);
  const draw = (said: string) =>
    render(
      <div
        class="root"
        part="root"
        lang={language}
        dir={(element.dir || "ltr") as "ltr"}
      >
        <section class="card toast" part="toast" aria-label={say("news")}>
          <p role="status">{said}</p>
          <button
            type="button"
            class="button main"
            part="toast-button"
            onClick={() => {
              element.remove();
              openOver("reward", "overlay", element);
            }}
          >
            {say("seeNews")}
          </button>
          <button
            type="button"
            class="close"
            part="close-button"
            aria-label={say("close")}
            onClick={() => {
              element.dispatchEvent(new Event("enishi-dismissed"));
              element.remove();
            }}
          >
            ×
          </button>
        </section>
      </div>,
      root,
    );
  // Screen readers hear only what comes into a region that was there before.
  const isFirst = !root.querySelector(".toast");
  draw(isFirst ? "" : sentence(got));
  if (isFirst) setTimeout(draw, 100, sentence(got));
}
