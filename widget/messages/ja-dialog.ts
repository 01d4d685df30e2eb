/** The dialog and what opens it, in Japanese. */
const jaDialog = {
  open: "友だちに紹介する",
  seeNews: "見る",
  close: "閉じる",
  newsCount: "新しいお知らせ {count}件",
};

export type DialogMessages = typeof jaDialog;

export default jaDialog;
