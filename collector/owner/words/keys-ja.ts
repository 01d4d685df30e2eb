import type { KeyWords } from "./keys-en.ts";

/** The keys of a site, in Japanese. */
export const keysJa: KeyWords = {
  title: "キー",
  intro:
    "取り替えたキーは、すべてのサーバーに新しいキーが行き渡るまで、しばらく有効にしておけます。変更は数秒で反映され、すべて記録に残ります。",
  shown:
    "新しいキーです。表示されるのは今回だけです。今すぐ使う場所に設定してください。",
  overlap: "今のキーは",
  overlaps: {
    "0": "すぐに無効にする",
    "24": "あと24時間有効",
    "168": "あと7日間有効",
  },
  until: "有効期限",
  untilEnded: "無効にするまで有効",
  replaced: "取り替えた日時",
  end: "すぐに無効にする",
  endMeans:
    "このキーを使っているものは、今後すべて拒否されます。元には戻せません。",
  endConfirm: "無効にする",
  ended: "キーを無効にしました。",
  replace: "取り替える",
  api: "API キー",
  apiHint:
    "このコレクターを呼ぶサーバー用です。プログラムごとに分けておくと、1つだけ取り替えられます。",
  label: "ラベル",
  labelHint: "使う場所。例：「お店」「CRM」",
  unnamed: "ラベルなし",
  add: "API キーを追加",
  key: "キー",
  made: "作成",
  used: "最後の使用",
  usedHint: "次の時刻から1時間以内",
  never: "まだありません",
  holds: "有効",
  always: "取り替えるまで",
  noApi: "有効な API キーがありません。",
  signing: "署名キー",
  signingHint:
    "お店のサーバーが、会員や注文に署名するキーです（ENISHI_SIGNING_KEY）。前のキーが有効な間は、どちらで署名しても通ります。",
  signingReplace: "新しい署名キーを作る",
  former: "前の署名キー",
  public: "公開キー",
  publicHint:
    "各ページのスクリプトに書かれ、誰でも見られるキーです。前のキーは無効にするまで使えるので、ページを順に書き換えられます。まだ使われている場所は設置の画面に出ます。",
  publicReplace: "新しい公開キーを作る",
  publicMade: "新しい公開キーです。ページのスクリプトに書いてください。",
  formerPublic: "前の公開キー",
};
