import type { Part } from "./part.ts";
import * as shared from "./reward-part.ts";
import own from "./styles/progress.css?inline";

/** The member's standing, in one file on demand. */
export { ProgressScreen as progress } from "./components/progress-screen.tsx";

export const css = shared.css + own;

export const words: Part["words"] = {
  ja: [...shared.words.ja, () => import("./messages/ja-progress.ts")],
  en: [...shared.words.en, () => import("./messages/en-progress.ts")],
};
