/** What both the reward and the progress screen need beside their components. */
export { default as css } from "./styles/member.css?inline";

export const words = {
  ja: [
    () => import("./messages/ja-reward.ts"),
    () => import("./messages/ja-reasons.ts"),
  ],
  en: [
    () => import("./messages/en-reward.ts"),
    () => import("./messages/en-reasons.ts"),
  ],
};
