import { collectorUrl, shopUrl } from "./world.ts";

/** Where browsers find the collector, and what it is told of that. */
export interface SetUp {
  at: string;
  env: Record<string, string>;
}

/** The three ways to run one. The path is the shop's own choice; a proxy in front takes it off. */
export const setUps: Record<string, SetUp> = {
  "on another site": { at: collectorUrl, env: {} },
  "on the shop's own site": {
    at: "https://ref.shop.test",
    env: { ENISHI_COOKIE_DOMAIN: "shop.test" },
  },
  "under a path of the shop": {
    at: `${shopUrl}/api/ties`,
    env: { ENISHI_COOKIE_DOMAIN: "shop.test" },
  },
};

/** For journeys: all three, and one alone where another database is what is being tested. */
export const everySetUp = Object.entries(setUps).slice(
  0,
  process.env.ENISHI_TEST_ENGINE === "postgres" ? 1 : undefined,
);
