/** A member's rewards in Japanese. */
const jaReward = {
  news: "特典のお知らせ",
  got_pending: "{reward}が\u200bもらえる予定です",
  got_confirmed: "{reward}が\u200b確定しました",
  got_paid: "{reward}を\u200bお渡ししました",
  got_void: "{reward}は\u200b取り消しに\u200bなりました",
  by_referrer_lead: "お友だちが、あなたの紹介で資料請求・登録をされました。",
  by_referrer_sale: "お友だちが、あなたの紹介でお買い物をされました。",
  by_referrer_stage: "お友だちが、あなたの紹介で次のステップに進まれました。",
  by_friend_lead: "お友だちの紹介で、資料請求・登録をしていただいたお礼です。",
  by_friend_sale: "お友だちの紹介で、お買い物をしていただいたお礼です。",
  by_friend_stage: "お友だちの紹介で、次のステップに進んでいただいたお礼です。",
  overflow_raffle: "さらに、「{name}」の抽選が1口付きます。",
  overflow_perk: "さらに、「{name}」が付きます。",
  giftCode: "ギフトコード（あなただけの番号です）",
  copyGift: "コードをコピー",
  useGift: "ここで使う",
  giftUntil: "{date}までお使いいただけます。",
  giftOver: "{date}で使用期限が切れました。",
  state_pending: "確定待ち",
  state_confirmed: "確定",
  state_paid: "受け取り済み",
  state_void: "取り消し",
  confirmableAt: "{date}以降に確定します。",
  confirmed: "確定しています。お渡しまで、もう少しお待ちください。",
  given: "コードをお使いいただけます。",
  paid: "お渡しが済んでいます。",
  next: "次は",
  nextReferrer: "お友だちの{step}、あなたに{reward}。",
  nextFriend: "{step}、あなたに{reward}。",
  nextShare: "ほかのお友だちにも、同じ特典を贈れます。",
  invite: "今度は、あなたからお友だちへ。",
  back: "紹介画面に戻る",
  noRewards: "特典は、まだありません",
  noRewardsHint:
    "お友だちがあなたのリンクから申し込むと、ここでお知らせします。",
};

export type RewardMessages = typeof jaReward;

export default jaReward;
