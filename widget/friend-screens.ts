import type { PartWords } from "./part.ts";

/** What a referred friend is welcomed with, on demand. */
export { WelcomeScreen as welcome } from "./components/welcome-screen.tsx";
export { default as css } from "./styles/friend.css?inline";

export const words: PartWords = {
  ja: [() => import("./messages/ja-friend.ts")],
  en: [() => import("./messages/en-friend.ts")],
  ko: [() => import("./messages/ko-friend.ts")],
  "zh-Hans": [() => import("./messages/zh-hans-friend.ts")],
  "zh-Hant": [() => import("./messages/zh-hant-friend.ts")],
};
