import type { PartWords } from "./part.ts";

/** The field for a code, on demand. */
export { CodeScreen as code } from "./components/code-screen.tsx";
export { default as css } from "./styles/code.css?inline";

export const words: PartWords = {
  ja: [
    () => import("./messages/ja-friend.ts"),
    () => import("./messages/ja-reasons.ts"),
  ],
  en: [
    () => import("./messages/en-friend.ts"),
    () => import("./messages/en-reasons.ts"),
  ],
  ko: [
    () => import("./messages/ko-friend.ts"),
    () => import("./messages/ko-reasons.ts"),
  ],
  "zh-Hans": [
    () => import("./messages/zh-hans-friend.ts"),
    () => import("./messages/zh-hans-reasons.ts"),
  ],
  "zh-Hant": [
    () => import("./messages/zh-hant-friend.ts"),
    () => import("./messages/zh-hant-reasons.ts"),
  ],
};
