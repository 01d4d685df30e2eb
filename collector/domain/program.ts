/** A programme's rules, as `GET` and `PUT /v1/programs/:id` show them. Money in minor units, rates in basis points. */

export const rewardKinds = [
  "points",
  "coupon",
  "shared_points",
  "cash",
  "gift",
  "perk",
] as const;
export type RewardKind = (typeof rewardKinds)[number];

export type Amount =
  | {
      kind: Exclude<RewardKind, "perk">;
      fixedMinor?: number | undefined;
      rateBps?: number | undefined;
    }
  | {
      kind: "perk";
      name: string;
      valueMinor: number;
    };

export interface Cap {
  /** Share of gross profit that one person may get, or absent. */
  ofGrossBps?: number | undefined;
  /** The most that one person may get, or absent. */
  fixedMinor?: number | undefined;
}

export type Overflow =
  | { kind: "none" }
  | { kind: "raffle"; prize: string; valueMinor: number }
  | { kind: "perk"; name: string; valueMinor: number };

export interface Step {
  /** `lead`, `sale`, or the name of a later stage. */
  on: string;
  holdDays: number;
  base?: "gross_profit" | "sale" | undefined;
  /** The amount is a monthly fee: base and guardrail use this many months. */
  months?: number | undefined;
  budgetMinor: number | null;
  referrer: Amount | null;
  friend: Amount | null;
  cap?: Cap | undefined;
  overflow?: Overflow | undefined;
}

export interface Boost {
  from: number;
  to: number;
  on: string;
  referrer?: Amount | null | undefined;
  friend?: Amount | null | undefined;
}

export interface Limit {
  per: "member";
  /** The step it holds for, or `null` for all together. */
  on: string | null;
  unit: "count" | "money";
  max: number;
  window: "day" | "month" | "year" | "lifetime";
}

export interface Program {
  id: string;
  name: string;
  audience: "customer" | "partner" | "employee";
  state: "live" | "paused" | "ended";
  startsAt: number | null;
  endsAt: number | null;
  timeZone: string;
  currency: string;
  landingUrl: string;
  termsVersion: string;
  /** Basis points of gross profit in the price, by class of goods; `default` always there. */
  margins: { default: number; [marginClass: string]: number };
  display: {
    brand: string;
    logoUrl: string | null;
    termsUrl: string | null;
    texts: Record<string, string>;
    /** `hosted`: links lead to the collector's own page for the friend, and from there to the shop. */
    landing?: "hosted" | undefined;
    /** The one colour of the collector's own pages, `#rrggbb`. */
    accent?: string | undefined;
    /** Of the campaign, about twice as wide as high: for previews of links and the friend's page. */
    pictureUrl?: string | undefined;
  };
  attribution: {
    credit: "first" | "last";
    windowDays: number;
    newCustomersOnly: boolean;
  };
  steps: Step[];
  guardrail: {
    base: "sale" | "gross_profit";
    maxBps: number | null;
    minRoiPercent: number | null;
    action: "warn" | "cap" | "refuse";
  };
  legal: {
    jurisdiction: string | null;
    referrersLimitedToPurchasers: boolean;
    lowestSaleMinor: number;
    action: "warn" | "cap";
  };
  limits: Limit[];
  budgetMinor: number | null;
  boosts: Boost[];
}

/** The programme of a new database: a small sure gift for a lead, a share of gross profit for a sale. */
export function defaultProgram(landingUrl: string): Program {
  return {
    id: "default",
    name: "友だち紹介プログラム",
    audience: "customer",
    state: "live",
    startsAt: null,
    endsAt: null,
    timeZone: "Asia/Tokyo",
    currency: "JPY",
    landingUrl,
    termsVersion: "1",
    margins: { default: 4000 },
    display: { brand: "", logoUrl: null, termsUrl: null, texts: {} },
    attribution: { credit: "last", windowDays: 30, newCustomersOnly: true },
    steps: [
      {
        on: "lead",
        holdDays: 0,
        budgetMinor: null,
        referrer: { kind: "gift", fixedMinor: 300 },
        friend: { kind: "gift", fixedMinor: 300 },
      },
      {
        on: "sale",
        holdDays: 30,
        base: "gross_profit",
        months: 1,
        budgetMinor: null,
        referrer: { kind: "points", rateBps: 300 },
        friend: { kind: "points", rateBps: 300 },
        cap: { ofGrossBps: 1000, fixedMinor: 20000 },
        overflow: { kind: "none" },
      },
    ],
    guardrail: {
      base: "sale",
      maxBps: 1500,
      minRoiPercent: null,
      action: "cap",
    },
    legal: {
      jurisdiction: "JP",
      referrersLimitedToPurchasers: false,
      lowestSaleMinor: 1500,
      action: "warn",
    },
    limits: [
      { per: "member", on: "lead", unit: "count", max: 10, window: "month" },
      { per: "member", on: null, unit: "money", max: 100000, window: "month" },
    ],
    budgetMinor: null,
    boosts: [],
  };
}
