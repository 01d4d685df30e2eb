/** What the page for people says around the fields. */
export const disclosureWords = {
  ja: {
    title: "お友だち紹介で送信される情報",
    lead: (name: string, host: string) =>
      `お友だち紹介プログラムの運営のため、ご利用のブラウザから次の情報を${name}が管理するサーバー「${host}」へ送信します。第三者へは送信しません。`,
    operator: (host: string) => `当サイト(${host})の運営者`,
    choice:
      "紹介リンクを使わず、紹介の画面も表示されず、ページが登録・購入その他のできごとを記録していない場合、端末には何も保存されません。",
    optOut: "送信や保存を望まないとき",
    ways: [
      "当サイトが同意を求める場合は、同意しないでください。いつでも当サイトで取り消せるときは、取り消すと端末の情報とサーバーに残る識別子が消去されます。",
      "ブラウザの Global Privacy Control を有効にすると、ページで同意されるまで、端末には何も保存されず、識別子も送信されません。",
      "ブラウザの設定で当サイトの Cookie とサイトデータを消すと、端末に保存された情報はなくなります。",
      "サーバーに残る情報の消去は、当サイトへご依頼ください。",
    ],
    stored: "端末に保存される情報",
    lasts: "保存期間: ",
    common: "どの記録にも共通の項目",
    commonIn: (first: string, last: string) =>
      `下の「${first}」から「${last}」までの記録には、毎回次の項目が付きます。`,
    heading: (on: string) => on,
    purpose: "利用目的: ",
    requests:
      "通信のため、サーバーはIPアドレス、ブラウザの種類、ページのオリジンを受け取りますが、IPアドレスとブラウザの種類は保存しません。",
    ask: "お問い合わせ先",
    askWhom: (name: string) =>
      `このページの内容、情報の開示や消去については、${name}へお問い合わせください。`,
    shop: "当サイトを開く",
    terms: "紹介プログラムの規約",
    comma: "、",
    other: "English",
    wrong: {
      title: "このページは開けませんでした",
      text: "アドレスが途中で切れているか、古くなっています。お店のページにあるリンクから、もう一度開いてください。",
      later: "いまは表示できません。しばらくしてから、もう一度開いてください。",
    },
  },
  en: {
    title: "What the referral programme sends",
    lead: (name: string, host: string) =>
      `To run the referral programme, your browser sends the following to the server ${host}, which is run by ${name}, and to nobody else.`,
    operator: (host: string) => `the operator of this site, ${host}`,
    choice:
      "Whoever has followed no referral link, seen no screen of the programme, and done nothing that the page records, such as signing up or buying, has nothing stored on the device.",
    optOut: "If you do not want this",
    ways: [
      "Where this site asks for your consent, refuse it. Where it lets you withdraw it, that erases what is on the device, and the browser's id from the server.",
      "Switch on Global Privacy Control in your browser: then nothing is stored and no visitor id is sent before the page is given consent.",
      "Delete this site's cookies and site data in your browser's settings: then nothing of it is left on the device.",
      "To have erased what is on the server, ask this site.",
    ],
    stored: "What is stored on the device",
    lasts: "How long: ",
    common: "Sent with every record",
    commonIn: (first: string, last: string) =>
      `Each record from “${first}” to “${last}” below has these too.`,
    heading: (on: string) => `When ${on}`,
    purpose: "Purpose: ",
    requests:
      "As with any request the server sees the IP address, the kind of browser and the page's origin; the first two are not stored.",
    ask: "Whom to ask",
    askWhom: (name: string) =>
      `For questions about this page, and to see or erase what is kept of you, ask ${name}.`,
    shop: "Open this site",
    terms: "Terms of the programme",
    comma: ", ",
    other: "日本語",
    wrong: {
      title: "This page could not be opened",
      text: "The address is incomplete or out of date. Please open it again by the link on the shop's page.",
      later: "This cannot be shown right now. Please open it again in a while.",
    },
  },
};
