/** The collector's own pages in Japanese. What is offered and sent is in `sdk/protocol/words`. */
const ja = {
  /** Around every page. */
  test: "テスト用のページです。特典は付きません。",
  terms: "紹介の規約",
  disclosure: "送信される情報について",
  /** For a member; the owner's `display.texts` beat what names a text key. */
  share: {
    title: (brand: string) => `${brand}を、お友だちにも`,
    lead: "いつもありがとうございます。お気に召しましたら、お友だちにもお知らせください。",
    rewardTitle: "ご利用ありがとうございます",
    rewardLead:
      "紹介の特典があるときは、ただいま確認しています。確定すると、紹介の状況でご覧いただけます。よろしければ、お友だちにもお知らせください。",
    link: "紹介リンク",
    code: "紹介コード",
    codeHint: "リンクが使えないときは、このコードをお伝えください。",
    message: "送る文章",
    more: "ほかの方法",
    qr: "QRコードを見せる",
    qrAlt: (link: string) => `QRコード: ${link}`,
    qrPng: "PNGで保存",
    qrSvg: "SVGで保存",
    preview: "お友だちに表示されるページ",
    progress: "紹介の状況を見る",
    private:
      "このページは転送できるため、受け取った特典やギフトコードは表示されません。ご本人の確認後に、ご覧いただけます。",
    stale:
      "ご本人の確認の期限（最長24時間）が切れています。お店にログインして、もう一度お開きください。",
    progressTitle: "あなたの特典とお友だち",
    proofTitle: "ご本人の確認が必要です",
    proof: (brand: string) =>
      `特典、ギフトコード、紹介の状況は、ご本人だけにお見せします。${brand}にログインして、マイページなどの「紹介の状況」からお開きください。`,
    proofScript: "表示には、JavaScriptを有効にする必要があります。",
    toShop: (brand: string) => `${brand}へ`,
    back: "紹介リンクに戻る",
    closed: {
      paused: {
        title: "友だち紹介は、ただいまお休み中です",
        lead: "再開すると、このページからまたお友だちを紹介できます。これまでの特典は、そのままです。",
      },
      ended: {
        title: "友だち紹介は終了しました",
        lead: "ご参加ありがとうございました。これまでの特典は、そのままです。",
      },
      suspended: {
        title: "この紹介リンクは、ただいまご利用いただけません",
        lead: "お心当たりがないときは、お店にお問い合わせください。",
      },
    },
    missing: {
      404: {
        title: "このリンクは開けませんでした",
        lead: "リンクが途中で切れているようです。メールなどのリンクを、もう一度最後まで正しく開いてください。それでも開けないときは、お店にお問い合わせください。",
      },
      410: {
        title: "このページは、なくなりました",
        lead: "このリンクは、もうお使いいただけません。お友だちを紹介したいときは、お店から新しいリンクをお受け取りください。",
      },
    },
  },
  later: {
    title: "ただいまリンクを開けません",
    lead: "こちらの都合で、一時的に開けなくなっています。リンクはそのまま使えますので、少し待ってから、もう一度開いてください。",
  },
  /** For the friend. */
  landing: {
    eyebrow: "お友だちからのご紹介",
    title: (brand: string) => `${brand}へ、ようこそ`,
    from: (name: string, brand: string) => `${name}さんから、${brand}のご紹介`,
    lead: "はじめての方への特典があります。",
    noOffer: "お友だちが、このお店を紹介してくれました。",
    offer: "お友だちからの特典",
    disclosure:
      "【PR】ここから登録・購入すると、紹介した方にも特典があります。",
    button: (brand: string) => `${brand}を見てみる`,
    code: "あとで使うときの紹介コード",
    codeHint: "お申し込みやご購入のときに入力してください。",
    external: "いつものブラウザで開く",
    inApp:
      "アプリの中の画面です。いつものブラウザでお買い物をするときは、上のコードをご利用ください。",
    preview: "お友だちには、このように表示されます。",
    closed: {
      paused: {
        title: "友だち紹介は、ただいまお休み中です",
        lead: "紹介の特典はありませんが、お店はご覧いただけます。",
      },
      ended: {
        title: "友だち紹介は終了しました",
        lead: "紹介の特典はありませんが、お店はご覧いただけます。",
      },
      suspended: {
        title: "この紹介リンクは、ただいまご利用いただけません",
        lead: "紹介の特典はありませんが、お店はご覧いただけます。",
      },
      unknown: {
        title: "この紹介コードは見つかりませんでした",
        lead: "コードをもう一度お確かめいただくか、送ってくれた方にお尋ねください。お店はこのままご覧いただけます。",
      },
    },
  },
  /** For what messengers and networks show of a link. */
  preview: {
    /** Some show it alone: it says for itself that whoever shares is rewarded, whatever the owner's words. */
    labelled: (title: string) => `【PR】${title}（紹介特典あり）`,
    from: (name: string, brand: string) => `${name}さんから${brand}のご紹介`,
    title: (brand: string) => `${brand}のご紹介`,
  },
};

export type HostedWords = typeof ja;

export default ja;
