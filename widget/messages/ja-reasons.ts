/** Why something counts or does not, in Japanese. */
const jaReasons = {
  no_touch: "紹介リンクからの記録が見つかりませんでした。",
  window_closed: "リンクを開いてから期限を過ぎたお申し込みでした。",
  unknown_code: "この紹介コードは見つかりませんでした。",
  self_referral: "ご自身での紹介は対象になりません。",
  existing_customer: "すでにご利用のある方は対象になりません。",
  already_referred: "ほかの方の紹介で、すでに記録されています。",
  fraud_hold: "内容を確認しています。確認が済みしだいお知らせします。",
  hold_period: "返品などの期間が過ぎるのをお待ちしています。",
  no_gift_code: "ギフトを手配しています。用意できしだいお届けします。",
  budget_spent: "特典の予定数に達しました。",
  limit_reached: "お一人さまの上限に達しました。",
  unverified: "お店が注文を確認しています。",
  outside_program: "プログラムの対象外のお申し込みでした。",
  member_suspended: "現在、この会員の特典は停止しています。",
  refunded: "返品・キャンセルがあったためです。",
};

export type ReasonMessages = typeof jaReasons;

export default jaReasons;
