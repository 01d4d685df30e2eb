import type { Part } from "./part.ts";
import * as reward from "./reward-part.ts";
import own from "./styles/progress.css?inline";

/** The member's standing with its receipts, in one file on demand. */
export { ProgressScreen as progress } from "./components/progress-screen.tsx";

export const css = reward.css + own;

export const words: Part["words"] = {
  ja: [...reward.ja, () => import("./messages/ja-progress.ts")],
  en: [...reward.en, () => import("./messages/en-progress.ts")],
};
