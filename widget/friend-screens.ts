import type { Part } from "./part.ts";

/** What friends see, in one file on demand. */
export { CodeScreen as code } from "./components/code-screen.tsx";
export { WelcomeScreen as welcome } from "./components/welcome-screen.tsx";
export { default as css } from "./styles/friend.css?inline";

export const words: Part["words"] = {
  ja: [
    () => import("./messages/ja-friend.ts"),
    () => import("./messages/ja-reasons.ts"),
  ],
  en: [
    () => import("./messages/en-friend.ts"),
    () => import("./messages/en-reasons.ts"),
  ],
};
