import type { PartWords } from "./part.ts";
import { css as sharedCss, words as sharedWords } from "./reward-part.ts";
import own from "./styles/progress.css?inline";

/** The member's standing, in one file on demand. */
export { ProgressScreen as progress } from "./components/progress-screen.tsx";

export const css = sharedCss + own;

export const words: PartWords = {
  ja: [...sharedWords.ja, () => import("./messages/ja-progress.ts")],
  en: [...sharedWords.en, () => import("./messages/en-progress.ts")],
  ko: [...sharedWords.ko, () => import("./messages/ko-progress.ts")],
  "zh-Hans": [
    ...sharedWords["zh-Hans"],
    () => import("./messages/zh-hans-progress.ts"),
  ],
  "zh-Hant": [
    ...sharedWords["zh-Hant"],
    () => import("./messages/zh-hant-progress.ts"),
  ],
};
