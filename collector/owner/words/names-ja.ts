import type { NameWords } from "./names-en.ts";

/** What states, kinds, steps and reasons are called, on every page, in Japanese. */
export const namesJa: NameWords = {
  states: {
    pending: "確定待ち",
    confirmed: "確定",
    paid: "支払い済み",
    void: "取り消し",
  },
  kinds: {
    points: "ポイント",
    coupon: "クーポン",
    shared_points: "共通ポイント",
    cash: "現金",
    gift: "ギフト",
    perk: "優待",
  },
  steps: { lead: "リード", sale: "購入" },
  reasons: {
    no_touch: "紹介のリンクもコードもない",
    window_closed: "リンクを開いてから日がたちすぎている",
    unknown_code: "該当するコードがない",
    self_referral: "自分のコード",
    existing_customer: "すでにお客さまだった",
    already_referred: "先に別の人から紹介されている",
    fraud_hold: "確認のため保留",
    hold_period: "確定待ちの期間中",
    no_gift_code: "ギフトコードの在庫切れ",
    budget_spent: "予算の上限に到達",
    limit_reached: "この人の上限に到達",
    unverified: "注文が未確認",
    outside_program: "プログラムの対象外",
    member_suspended: "紹介者が停止中",
    refunded: "注文が返金された",
  },
  caps: {
    cap_of_gross: "粗利に対する上限で調整",
    cap_fixed: "上限額で調整",
    guardrail: "ガードレールで調整",
    legal: "法律上の上限で調整",
  },
};
