import type { StartWords } from "./start-en.ts";

/** Beginning with a shop, a programme or a member, in Japanese. */
export const startJa: StartWords = {
  program: "プログラム",
  allPrograms: "すべてのプログラム",
  totals: "合計",
  keys: {
    public: "公開キー：すべてのページのスクリプトの data-site に",
    secret: "API キー：お店のサーバーだけに（ENISHI_SECRET_KEY）",
    signing: "署名キー：お店のサーバーだけに（ENISHI_SIGNING_KEY）",
  },
  pinned: {
    title: "変わらないスクリプト（Subresource Integrity）",
    hint: "一行目の代わりに使います。ブラウザはこの版だけを実行し、内容がハッシュと違えば何も実行せず、ページはそのまま動きます。コレクターを更新してもこの版は使い続けられます。次の版はここで取り直してください。",
    parts:
      "スクリプトがあとで読み込むものも検証できます。ほかのどのスクリプトよりも前に置いてください。対応していないブラウザは検証せずに読み込みます。ページに import map がすでにあれば、そこに書き足してください。",
  },
  tagManager: {
    title: "Google タグマネージャーなどで設置する",
    hint: "一行目の代わりに、カスタム HTML タグとして全ページに置きます。タグマネージャーは貼られたスクリプトの src しか残さないため、data-site と data-consent をこの中で付けています。",
  },
  disclosure: {
    title: "ページが送信する情報（プライバシーポリシーなどからのリンク用）",
    unnamed: (name: string) =>
      `ブランド名が未設定のため、送信先は「${name}」と表示されます。`,
    name: "ブランド名を設定する",
  },
  orders: "注文を報告する",
  withServer: "お店に自前のサーバーがある",
  withoutServer: "サーバーがない、またはページしか変えられない",
  onThanks: "購入完了ページに、実際の注文の値で：",
  onThanksHint:
    "この注文はブラウザからの申告なので、「確認待ち」であなたが確認するまで特典につながりません。",
  toDecide: "確認待ち",
  elements: "どこに何を置くか",
  share: "購入完了ページとマイページ：リンク・コード・共有ボタン",
  welcome:
    "すべてのページの一番上：紹介されて来た人への挨拶（ほかの人には場所を取りません）",
  code: "注文フォーム：紹介コードの入力欄",
  joining: "パートナーや社員の参加のしかた",
  joiningHint:
    "パートナー専用ページなど、その人たちだけが見るページに次の要素を置き、誰がログインしているかをお店のサーバーから伝えます。",
  joiningOne: (program) => `プログラム「${program}」`,
  joiningOr: "または、あなたが追加してリンクを送ります：",
  token:
    "SIGNED_TOKEN は、enishi/server の signMember に kind（partner または employee）を渡して得た値です。",
  addMember: "会員を追加",
  addHint:
    "本人の操作なしで、すぐにリンクとコードができます。すでにいる人は変わりません。",
  externalId: "お店の顧客ID",
  email: "メール",
  name: "名前",
  kind: "種別",
  optional: "なくても可",
  add: "追加する",
  added: "追加しました。この人のリンクとコードです：",
  there: "この ID の人はすでにいます。何も変えていません。",
  wrongId: "お店の顧客ID を 1〜200 文字で入れてください。",
  wrongEmail: "hanako@example.com のようなメールアドレスを入れてください。",
};
