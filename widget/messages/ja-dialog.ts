/** The dialog and what opens it, in Japanese. */
const jaDialog = {
  open: "友だちに紹介する",
  open_reward: "特典を見る",
  open_progress: "紹介の状況を見る",
  open_welcome: "お友だちからの特典を見る",
  open_code: "紹介コードをお持ちの方",
  seeNews: "見る",
  close: "閉じる",
  newsCount: "新しいお知らせ {count}件",
};

export type DialogMessages = typeof jaDialog;

export default jaDialog;
