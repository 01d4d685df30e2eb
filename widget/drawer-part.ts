import type { Part } from "./part.ts";

/** What both drawers of the share tools need beside their component. */
export { default as css } from "./styles/drawers.css?inline";

export const words: Part["words"] = {
  ja: [() => import("./messages/ja-drawers.ts")],
  en: [() => import("./messages/en-drawers.ts")],
};
