import type { MemberWords } from "./member-en.ts";

/** A member's page, in Japanese. */
export const memberJa: MemberWords = {
  filter: "状態",
  all: "すべて",
  email: "メール",
  kind: "種別",
  program: "プログラム",
  link: "リンク",
  publicName: "友だちに見える名前",
  none: "なし",
  suspend: "停止する",
  suspendHint:
    "これから新しい特典は付きません。約束した特典はそのまま残ります。理由は記録に残り、本人に伝わることがあります。",
  reason: "理由",
  lift: "停止を解除する",
  because: "停止の理由",
  suspended: "停止しました。",
  lifted: "停止を解除しました。",
  referrals: "紹介",
  noReferrals: "紹介はまだありません。",
  friend: "紹介された人",
  stage: "段階",
  by: "方法",
  ways: { code: "コード", link: "リンク", hand: "手動" },
  since: "日時",

  rewards: "特典",
  noRewards: "特典はまだありません。",
  allRewards: "この人のすべての特典",
  audit: "操作の記録",
  noAudit: "まだありません。",
  actions: {
    suspend_member: "停止",
    lift_suspension: "停止の解除",
    erase_member: "消去",
  },
  missing: "該当する人はいません。",
};
