import { css as shared } from "./reward-part.ts";
import gift from "./styles/gift.css?inline";
import own from "./styles/reward.css?inline";

/** What members see after a reward, in one file on demand. */
export { RewardScreen as reward } from "./components/reward-screen.tsx";

export const css = shared + gift + own;
export { words } from "./reward-part.ts";
