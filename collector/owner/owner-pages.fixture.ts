import { Hono } from "hono";
import { vi } from "vitest";
import type { ConversionAnswer } from "../actions/answer-conversion.ts";
import type { RewardAnswer } from "../actions/answer-reward.ts";
import { defaultProgram, type Program } from "../domain/program.ts";
import { programWarnings } from "../domain/program-warnings.ts";
import type { OwnerDeps, OwnerReads } from "./owner-deps.ts";
import { ownerPages } from "./owner-pages.ts";

export const at = Date.UTC(2026, 3, 10, 3, 0);

export const reward: RewardAnswer = {
  id: "rwd_1",
  conversion: "cnv_1",
  referral: "ref_1",
  to: "referrer",
  member: "mem_1",
  friend: "frd_1",
  on: "sale",
  kind: "points",
  amountMinor: 1200,
  currency: "JPY",
  state: "pending",
  because: null,
  cappedBy: ["legal"],
  confirmableAt: at + 30 * 24 * 3_600_000,
  compensationMinor: 0,
  overflow: null,
  gift: null,
  createdAt: at,
};

export const order: ConversionAnswer = {
  id: "cnv_1",
  type: "sale",
  orderId: "S-1",
  amountMinor: 6800,
  currency: "JPY",
  refundedMinor: 0,
  chargedBackAt: null,
  occurredAt: at,
  recordedAt: at,
  attributed: {
    referral: "ref_1",
    member: "mem_1",
    code: "7K9M2QXB",
    by: "link",
    at,
  },
  because: null,
  verified: false,
  verdict: null,
  warnings: [],
  rewards: [{ ...reward, because: "unverified" }],
};

export const funnel = {
  to: at,
  views: 11,
  shares: 12,
  copies: 13,
  clicks: 14,
  leads: 15,
  sales: 16,
  conversions: 31,
  rewards: 17,
  revenueMinor: 1_234_567,
  grossMinor: 493_826,
  rewardMinor: 14_814,
  overflowMinor: 0,
  overflowEntries: 0,
  roiPercent: 3233.51,
  currency: "JPY",
};

/** The owner's pages in front of a made-up shop, and a browser that keeps their cookies. */
export function pagesWith(reads: Partial<OwnerReads> = {}) {
  let now = at;
  const run = vi.fn(async (name: string, _input: unknown): Promise<unknown> => {
    return name === "confirmReward" ? reward : undefined;
  });
  const deps: OwnerDeps = {
    adminPassword: "correct horse",
    publicUrl: "http://collector.test",
    stub: "window.enishi=0",
    pinned: {
      script: "enishi-1.2.3-0123abcd.js",
      files: {
        "enishi-1.2.3-0123abcd.js": "sha384-script",
        "enishi/widget-Ab1.js": "sha384-widget",
      },
    },
    now: () => now,
    troubles: { of: () => [] },
    checkProgram: (draft) => ({ value: draft as Program, errors: null }),
    refuseWebhookUrl: async () => {},
    writer: { run: run as OwnerDeps["writer"]["run"] },
    read: {
      site: async () => ({
        id: "site_1",
        name: "Shop",
        publicKey: "pk_shop",
        signingKeys: ["sig_never_shown"],
        test: false,
        closed: false,
        origins: ["http://shop.test"],
        landing: "http://shop.test",
        consent: "granted",
      }),
      sites: async () => ({ items: [], more: false }),
      testSite: async () => null,
      keys: async () => ({
        publicKey: "pk_shop",
        formerPublic: [],
        formerSigning: [],
        api: [],
      }),
      installation: async () => ({
        hasViews: true,
        onlyClaims: false,
        newnessUnknown: false,
      }),
      customers: async () => ({ ids: 0, mails: 0, lastAt: null }),
      programs: async () => [defaultProgram("http://shop.test/")],
      programVersion: async () => ({
        version: 1,
        createdAt: at,
        createdBy: "collector",
        program: defaultProgram("http://shop.test/"),
      }),
      programVersions: async () => ({ items: [], next: null }),
      member: async () => null,
      names: async () => new Map(),
      overflows: async () => ({ items: [], next: null }),
      allOverflows: async () => [],
      referrals: async () => ({ items: [], next: null }),
      endpoints: async () => [],
      deliveries: async () => ({ items: [], next: null }),
      rehearsal: async () => {
        throw new Error("No rehearsal is made up.");
      },
      giftPools: async () => ({ items: [], next: null }),
      giftPool: async () => {
        throw new Error("No pool is made up.");
      },
      lowPools: async () => [],
      giftNeeds: async () => ({ low: [], unserved: [] }),
      unservedGifts: async () => [],
      allTotals: async () => [],
      programWarnings: async ({ program }) => programWarnings(program),
      due: async () => [],
      payees: async () => new Map(),
      payouts: async () => ({ items: [], next: null }),
      payout: async () => {
        throw new Error("No payout is made up.");
      },
      payoutTotals: async ({ year }) => ({
        year,
        timeZone: "UTC",
        from: Date.UTC(year, 0),
        to: Date.UTC(year + 1, 0),
        items: [],
        next: null,
      }),
      lastEvents: async () => [
        { origin: "http://shop.test", type: "click", at },
      ],
      funnel: async ({ from = 0 }) => ({ ...funnel, from }),
      channels: async ({ from = 0, to = 1 }) => ({
        ...{ from, to, items: [], others: { shares: 0, copies: 0, clicks: 0 } },
      }),
      rewards: async () => ({ items: [reward], next: null }),
      voided: async () => new Map(),
      conversions: async () => ({ items: [order], next: null }),
      orders: async () => ({ items: [order], next: null }),
      order: async () => null,
      changePreview: async () => {
        throw new Error("No change is made up.");
      },
      refundPreview: async () => {
        throw new Error("No refund is made up.");
      },
      queue: async () => ({ items: [order], next: null }),
      audit: async () => ({ items: [], next: null }),
      personData: async () => {
        throw new Error("Nobody's data is made up.");
      },
      personOf: async () => null,
      chosen: async () => ({ items: [], next: null }),
      chosenSum: async () => {
        throw new Error("No sum is made up.");
      },
      disputes: async () => ({ items: [], next: null }),
      unmatched: async () => ({ items: [], next: null }),
      queueCounts: async () => ({
        unverified: 1,
        held: 0,
        disputed: 0,
        unmatched: 0,
      }),
      members: async () => ({ items: [], next: null }),
      ...reads,
    },
  };
  const app = new Hono().route("/owner", ownerPages(deps));
  const cookies = new Map<string, string>();

  async function request(path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers);
    headers.set(
      "cookie",
      [...cookies].map((pair) => pair.join("=")).join("; "),
    );
    const answer = await app.request(`http://collector.test${path}`, {
      ...init,
      headers,
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    return answer;
  }
  const get = async (path: string) => (await request(path)).text();
  const post = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    request(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers,
    });
  const tokenOf = async (path: string) =>
    /name="csrf" value="([^"]+)"/.exec(await get(path))?.[1] ?? "";
  return {
    run,
    cookies,
    request,
    get,
    post,
    tokenOf,
    wait: (ms: number) => {
      now += ms;
    },
    async signIn(password = "correct horse") {
      const csrf = await tokenOf("/owner/login");
      return post("/owner/login", { csrf, password });
    },
    async act(path: string, fields: Record<string, string> = {}) {
      const csrf = await tokenOf("/owner/rewards");
      return post(
        path,
        { csrf, ...fields },
        { origin: "http://collector.test" },
      );
    },
  };
}
