import type { PartWords } from "./part.ts";

/** A member's rewards in words. */
export const words: PartWords = {
  ja: [
    () => import("./messages/ja-reward.ts"),
    () => import("./messages/ja-reasons.ts"),
  ],
  en: [
    () => import("./messages/en-reward.ts"),
    () => import("./messages/en-reasons.ts"),
  ],
  ko: [
    () => import("./messages/ko-reward.ts"),
    () => import("./messages/ko-reasons.ts"),
  ],
  "zh-Hans": [
    () => import("./messages/zh-hans-reward.ts"),
    () => import("./messages/zh-hans-reasons.ts"),
  ],
  "zh-Hant": [
    () => import("./messages/zh-hant-reward.ts"),
    () => import("./messages/zh-hant-reasons.ts"),
  ],
};
