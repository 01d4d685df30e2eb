/** Joining, and what stands in its way, in Japanese. */
const jaJoin = {
  joinLead: "参加すると、あなた専用の紹介リンクができます。",
  agree: "参加規約（{version}版）に同意します",
  readTerms: "規約を読む",
  agreeFirst: "参加規約への同意が必要です。",
  email: "メールアドレス（任意）",
  emailHint: "特典についてのお知らせにだけ使います。",
  emailWrong: "メールアドレスの形式をご確認ください。",
  device:
    "記録はこのブラウザに残ります。端末を変えたりなくしたりすると、この画面には戻れません。リンクはずっと使えますので、控えておいてください。",
  join: "参加してリンクを受け取る",
  joining: "準備しています…",
  joinFailed: "参加できませんでした。少し待って、もう一度お試しください。",
  keepLink:
    "参加ありがとうございます。このリンクを、ぜひ控えておいてください。",
  paused:
    "ただいま、ご紹介の受付をお休みしています。再開まで少しお待ちください。",
  ended: "このご紹介プログラムは終了しました。ありがとうございました。",
  failed: "うまく読み込めませんでした。",
  offline: "インターネットにつながっていないようです。",
  retry: "もう一度試す",
};

export type JoinMessages = typeof jaJoin;

export default jaJoin;
