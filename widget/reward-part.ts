/** What both the reward and the progress screen need beside their components. */
export { words } from "./reward-language.ts";
export { default as css } from "./styles/member.css?inline";
