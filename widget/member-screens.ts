import type { Part } from "./part.ts";

/** What members see beyond the share screen, in one file on demand. */
export { ProgressScreen as progress } from "./components/progress-screen.tsx";
export { RewardScreen as reward } from "./components/reward-screen.tsx";
export { default as css } from "./styles/member.css?inline";

export const words: Part["words"] = {
  ja: [
    () => import("./messages/ja-member.ts"),
    () => import("./messages/ja-reasons.ts"),
  ],
  en: [
    () => import("./messages/en-member.ts"),
    () => import("./messages/en-reasons.ts"),
  ],
};
