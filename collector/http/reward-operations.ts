import type { Operation } from "./operation.ts";
import { emptyBody, reasonBody } from "./schemas/acts.ts";
import { listOf } from "./schemas/answer-fields.ts";
import { referralAnswer, referralsQuery } from "./schemas/referrals.ts";
import { rewardAnswer, rewardsQuery } from "./schemas/rewards.ts";

/** The documented operations of rewards, and of the referrals that earn them. */
export const rewardOperations: Operation[] = [
  {
    method: "get",
    path: "/v1/rewards",
    summary: "List rewards",
    by: "server",
    query: rewardsQuery,
    answers: { 200: listOf(rewardAnswer) },
  },
  ...(["confirmation", "payment"] as const).map(
    (act): Operation => ({
      method: "post",
      path: `/v1/rewards/:id/${act}`,
      summary: `Note the ${act} of a reward`,
      by: "server",
      body: emptyBody,
      answers: { 200: rewardAnswer },
    }),
  ),
  {
    method: "post",
    path: "/v1/rewards/:id/void",
    summary: "Take a reward back before it is paid",
    by: "server",
    body: reasonBody,
    answers: { 200: rewardAnswer },
  },
  {
    method: "get",
    path: "/v1/referrals",
    summary: "List the ties between members and friends",
    by: "server",
    query: referralsQuery,
    answers: { 200: listOf(referralAnswer) },
  },
];
