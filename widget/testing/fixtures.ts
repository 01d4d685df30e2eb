import type {
  Me,
  MyDispute,
  MyFriend,
  MyReward,
  Receipt,
} from "../../sdk/protocol/me.ts";
import type {
  Offer,
  OfferTerm,
  PublicProgram,
} from "../../sdk/protocol/offers.ts";

export const gift: OfferTerm = {
  kind: "gift",
  currency: "JPY",
  fixedMinor: 300,
  ofPriceBps: null,
  maxMinor: null,
  name: null,
};

export const points: OfferTerm = {
  ...gift,
  kind: "points",
  fixedMinor: null,
  ofPriceBps: 120,
  maxMinor: 20_000,
};

export const offer: Offer = {
  referrer: gift,
  friend: gift,
  steps: [
    { on: "lead", holdDays: 0, referrer: gift, friend: gift },
    { on: "sale", holdDays: 30, referrer: points, friend: points },
  ],
};

export const program: PublicProgram = {
  id: "default",
  name: "友だち紹介プログラム",
  brand: "茶舗みどり",
  logoUrl: null,
  state: "live",
  currency: "JPY",
  landingUrl: "https://shop.example/",
  termsVersion: "2026-11",
  termsUrl: "https://shop.example/terms",
  texts: {},
  offer,
};

export function reward(change: Partial<MyReward> = {}): MyReward {
  return {
    id: "rwd_1",
    to: "referrer",
    on: "lead",
    kind: "gift",
    amountMinor: 300,
    currency: "JPY",
    state: "confirmed",
    because: null,
    confirmableAt: null,
    at: Date.UTC(2026, 10, 20),
    seen: false,
    ...change,
  };
}

export function receipt(change: Partial<Receipt> = {}): Receipt {
  return {
    by: "link",
    touchedAt: Date.UTC(2099, 10, 18, 3),
    because: null,
    until: null,
    cappedBy: [],
    ...change,
  };
}

export function friend(change: Partial<MyFriend> = {}): MyFriend {
  return {
    id: "ref_1",
    label: "1",
    stage: "sale",
    because: null,
    at: Date.UTC(2099, 10, 20, 3),
    receipt: receipt(),
    ...change,
  };
}

export function dispute(change: Partial<MyDispute> = {}): MyDispute {
  return {
    id: "dsp_1",
    about: null,
    message: "",
    state: "open",
    answer: null,
    at: Date.UTC(2099, 10, 21, 3),
    answeredAt: null,
    ...change,
  };
}

export function me(change: Partial<Me> = {}): Me {
  return {
    member: {
      id: "mem_1",
      code: "7K9M2QXB",
      link: "https://ref.shop.example/r/7K9M2QXB",
      publicName: null,
      referred: false,
    },
    program,
    totals: {
      pendingMinor: 1200,
      confirmedMinor: 300,
      paidMinor: 0,
      currency: "JPY",
    },
    rewards: [],
    friends: [],
    share: { text: null, disclosure: null },
    ...change,
  };
}
