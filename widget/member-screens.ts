/** What members and those who may become one see beyond the share screen, in one file on demand. */
export { ClosedScreen as closed } from "./components/closed-screen.tsx";
export { JoinScreen as join } from "./components/join-screen.tsx";
export { MessageEditor as edit } from "./components/message-editor.tsx";
export { ProgressScreen as progress } from "./components/progress-screen.tsx";
export { RewardScreen as reward } from "./components/reward-screen.tsx";
export { default as css } from "./more.css?inline";
