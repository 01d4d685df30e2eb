import { listReferrals } from "../actions/list-referrals.ts";
import { listRewards } from "../actions/list-rewards.ts";
import type { Collector } from "./collector.ts";
import { pathText, queryOf } from "./query.ts";
import { readBody, readOptionalBody } from "./read-body.ts";
import { emptyBody, reasonBody } from "./schemas/acts.ts";
import { referralsQuery } from "./schemas/referrals.ts";
import { rewardsQuery } from "./schemas/rewards.ts";
import { asServer } from "./server-calls.ts";

/** `GET /v1/rewards` */
export function rewards(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await listRewards(collector.reading, {
        siteId,
        ...queryOf(c, rewardsQuery),
      }),
    ),
  );
}

/** `POST /v1/rewards/:id/confirmation` and `/payment` */
export function changeReward(
  collector: Collector,
  action: "confirmReward" | "payReward",
) {
  return asServer(collector, async (c, { id: siteId }) => {
    const reward = pathText(c, "id");
    await readOptionalBody(c, emptyBody);
    return c.json(
      await collector.writer.run(action, { siteId, reward, by: "api" }),
    );
  });
}

/** `POST /v1/rewards/:id/void` */
export function voidReward(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const reward = pathText(c, "id");
    const { reason } = await readBody(c, reasonBody);
    return c.json(
      await collector.writer.run("voidReward", {
        siteId,
        reward,
        reason,
        by: "api",
      }),
    );
  });
}

/** `GET /v1/referrals` */
export function referrals(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await listReferrals(collector.reading, {
        siteId,
        ...queryOf(c, referralsQuery),
      }),
    ),
  );
}
