/** A member's standing in Japanese. */
const jaProgress = {
  standing: "紹介の状況",
  total_pending: "確定待ち",
  total_confirmed: "確定",
  total_paid: "受け取り済み",
  friends: "紹介したお友だち",
  friendLabel: "お友だち {label}",
  noFriends: "まだいません。リンクを送ってみませんか。",
  private: "お友だちのお名前や購入内容は表示されません。",
  stage_lead: "資料請求・登録",
  stage_sale: "購入",
  stage_other: "次のステップ",
  rewards: "特典",
  publicName: "お友だちに見せる名前（任意）",
  publicNameHint: "空欄なら「お友だち」と表示されます。",
  save: "保存",
  saved: "保存しました",
  saveFailed: "保存できませんでした。もう一度お試しください。",
  missing: "お友だちが載っていない",
  isAsked: "ご連絡がお店に届いています。",
  isAnswered: "お店からお返事があります。",
};

export type ProgressMessages = typeof jaProgress;

export default jaProgress;
