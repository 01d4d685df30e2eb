import type { InstallWords } from "./install-en.ts";

/** The page to install from, in Japanese. */
export const installJa: InstallWords = {
  title: "設置",
  doctor: "ページを調べる",
  doctorHint:
    "お店のページを開き、問題と直し方をパネルに表示します。ほかのページでも、アドレスの後ろの部分を付ければ使えます。1時間有効です。",
  snippet: "すべてのページに貼り付けます",
  snippetHint:
    "</head> の前に。クリックすると全体が選択されます。二行目は、購入完了ページなど、紹介画面を出したい場所に置きます。style は場所を先に空けておく指定で、画面が出るときに下の内容が動きません。",
  snippetConsent:
    "data-consent はこのサイトの同意の設定と同じ値です。コレクターに問い合わせられないときも、紹介を残せます。設定より優先されるので、設定を変えたらページのスニペットも変えてください。",
  stub: "スクリプトの読み込み前に呼び出すページだけ",
  stubHint:
    "スニペットの上にこの一行を置くと、読み込みが終わるまで呼び出しを預かります。",
  server: "お店のサーバーで",
  serverHint:
    "注文はサーバーからも報告してください。二重には数えません。特典につながるのは、サーバーの報告か署名つきの報告だけです。新しいキーは「サイト」の「キー」で作れます。",
  events: "ページから届いているもの",
  types: {
    ...{ click: "リンクのクリック", view: "画面の表示", share: "シェア" },
    ...{
      copy: "コピー",
      lead: "リード",
      sale: "購入",
      custom: "独自のイベント",
    },
  },
  origin: "オリジン",
  last: "最後のイベント",
  at: "日時",
  never: "まだありません",
  origins: "使えるオリジン",
  originsLabel: "オリジン（一行に一つ）",
  originsHint:
    "紹介リンクは一番上のオリジンに着地します。別のページを着地先にしているプログラムはそのままです。反映には数秒かかります。",
  originsSave: "オリジンを保存",
  originsDone: "オリジンを保存しました。",
  originsWrong: (line) =>
    `https://shop.example のように、パスのないオリジンを一行に一つ書いてください。「${line}」は使えません。`,
  closed: "閉鎖したサイトなので、届いたものは記録されません。再開するには：",
  settings: "サイトの設定",
  check: "ページからはまだ何も届いていません。次をご確認ください。",
  checks: [
    "ページのソースにスニペットがあり、キーが上と同じであること",
    "ページのオリジンが下の一覧にあること",
    "Content-Security-Policy の script-src、connect-src、img-src がコレクターを許していること",
    "ブロッカーが働いていないこと（スクリプトに data-debug を付けると、送信の様子がコンソールに出ます）",
  ],
  privacy: "同意とプライバシー",
  consent: "同意の前",
  consents: {
    granted: "ページを開いた時点で、同意を待たずに端末へ保存します。",
    required:
      "ページが enishi('consent', 'granted') を呼ぶまで、何も保存しません。",
  },
};
