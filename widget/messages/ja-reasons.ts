/** Why something counts or does not, in Japanese. */
const jaReasons = {
  no_touch: "紹介リンクからの記録が見つかりませんでした。",
  window_closed: "リンクの有効期間を過ぎてからのお申し込みでした。",
  unknown_code: "この紹介コードは見つかりませんでした。",
  self_referral:
    "ご自身のリンクやコード、またはご自身と同じブラウザでのお申し込みは対象になりません。別の方のお申し込みでしたら、下からお店へお知らせください。",
  existing_customer: "すでにご利用のある方は対象になりません。",
  already_referred: "ほかの方の紹介で、すでに記録されています。",
  fraud_hold: "お店が内容を確認しています。終わりしだいお知らせします。",
  hold_period: "返品などの受付期間が終わるのを待っています。",
  no_gift_code: "ギフトを手配しています。用意できしだいお届けします。",
  budget_spent: "特典の予定数に達しました。",
  limit_reached: "お一人さまの上限に達しました。",
  unverified: "お店が注文を確認しています。",
  outside_program: "プログラムの対象外のお申し込みでした。",
  member_suspended:
    "いまは特典をお休みしています。くわしくはお店にお尋ねください。",
  refunded: "返品・キャンセルがあったためです。",
};

export type ReasonMessages = typeof jaReasons;

export default jaReasons;
