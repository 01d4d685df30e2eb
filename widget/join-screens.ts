import type { PartWords } from "./part.ts";

/** What those see who are not members yet, or cannot be helped now, in one file on demand. */
export { ClosedScreen as closed } from "./components/closed-screen.tsx";
export { JoinScreen as join } from "./components/join-screen.tsx";
export { default as css } from "./styles/join.css?inline";

export const words: PartWords = {
  ja: [() => import("./messages/ja-join.ts")],
  en: [() => import("./messages/en-join.ts")],
  ko: [() => import("./messages/ko-join.ts")],
  "zh-Hans": [() => import("./messages/zh-hans-join.ts")],
  "zh-Hant": [() => import("./messages/zh-hant-join.ts")],
};
