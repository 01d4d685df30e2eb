import type { MembersWords } from "./members-en.ts";

/** The list of members, in Japanese. */
export const membersJa: MembersWords = {
  title: "会員",
  search: "検索",
  hint: "お店の顧客ID、メールアドレス、コード、または公開名のはじめの文字",
  none: "見つかりませんでした。",
  who: "会員",
  code: "コード",
  state: "状態",
  since: "参加",
  rewards: "特典",
  seeRewards: "特典を見る",
  noId: "アカウントなしで参加",
  states: { active: "有効", suspended: "停止中" },
  kinds: { customer: "お客さま", partner: "パートナー", employee: "社員" },
};
