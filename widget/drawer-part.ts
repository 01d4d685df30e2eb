import type { PartWords } from "./part.ts";

/** What both drawers of the share tools need beside their component. */
export { default as css } from "./styles/drawers.css?inline";

export const words: PartWords = {
  ja: [() => import("./messages/ja-drawers.ts")],
  en: [() => import("./messages/en-drawers.ts")],
  ko: [() => import("./messages/ko-drawers.ts")],
  "zh-Hans": [() => import("./messages/zh-hans-drawers.ts")],
  "zh-Hant": [() => import("./messages/zh-hant-drawers.ts")],
};
