import { css as shared } from "./reward-part.ts";
import own from "./styles/reward.css?inline";

/** What members see after a reward, in one file on demand. */
export { RewardScreen as reward } from "./components/reward-screen.tsx";

export const css = shared + own;
export { words } from "./reward-part.ts";
