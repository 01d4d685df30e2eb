import { en, ja } from "./reward-part.ts";

/** What members see after a reward, in one file on demand. */
export { RewardScreen as reward } from "./components/reward-screen.tsx";
export { css } from "./reward-part.ts";

export const words = { ja, en };
