import type { PartWords } from "./part.ts";

/** What the drawer of further channels needs beside its component. */
export { default as css } from "./styles/more.css?inline";

export const words: PartWords = {
  ja: [() => import("./messages/ja-more.ts")],
  en: [() => import("./messages/en-more.ts")],
  ko: [() => import("./messages/ko-more.ts")],
  "zh-Hans": [() => import("./messages/zh-hans-more.ts")],
  "zh-Hant": [() => import("./messages/zh-hant-more.ts")],
};
