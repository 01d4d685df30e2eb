import type { TroubleWords } from "./troubles-en.ts";

/** What is wrong with an installation, in Japanese. */
export const troublesJa: TroubleWords = {
  title: "うまくいっていないこと",
  none: "ここから分かる問題はありません。",
  hint: "拒否した呼び出しは、コレクターが最後に起動してからのものです。",
  times: (n) => `${n}回、最後は`,
  origin: (origin) =>
    `${origin} のページがこのサイトのキーを使っていますが、登録されたオリジンではないため拒否しています。`,
  originFix: (origin) => `${origin} を許可する`,
  originElse:
    "心当たりがなければ、ページを写されたおそれがあります。拒否したままにしてください。",
  unknownKey: (key, origin) =>
    `${origin} のページが「${key}」というキーを使っていますが、そのキーのサイトはありません。スクリプトを次のように直してください。`,
  formerKey: (origin) =>
    `${origin} のページが前の公開キーを使っています。無効にする前に、スクリプトを次のように直してください。`,
  formerKeyHere: "どこか",
  signature:
    "署名付きトークンを拒否しています。別のキーで署名されています。お店のサーバーの ENISHI_SIGNING_KEY に、今の署名キーを sig_ から全部設定してください。失くしたときは、新しく作れます：",
  clock:
    "署名付きトークンが未来の時刻のため拒否しています。署名するサーバーの時計が5分以上進んでいます。NTPで合わせてください。",
  expired:
    "署名付きトークンの期限が切れているため拒否しています。ページごとに署名し直し、トークンのあるページをキャッシュせず、サーバーの時計をNTPで合わせてください。",
  form: (because) =>
    `署名付きトークンを拒否しています。コレクターの説明：${because} enishi/server の signMember と signConversion を使えば正しく作れます。`,
  noViews:
    "ページからの通信はありますが、ウィジェットが一度も表示されていません。購入完了ページなど、紹介画面を出したい場所に次の行を置いてください。",
  onlyClaims:
    "お店のサーバーが注文を確認したことがありません。最近の注文はどれもブラウザからの申告だけで、誰かが確認するまで特典は発生しません。下の例のようにサーバーから知らせるか、手で確認してください：",
  orders: "確認待ち",
  keys: "キー",
};
