/** What stands around every page of the collector's own. */
export const frameWords = {
  ja: {
    test: "テスト用のページです。特典は付きません。",
    terms: "ご利用条件",
    disclosure: "送信される情報について",
  },
  en: {
    test: "A page for trying things out: nothing is paid.",
    terms: "Terms",
    disclosure: "What this programme sends",
  },
};

/** The pages for a member; the owner's `display.texts` beat what names a text key. */
export const shareWords = {
  ja: {
    eyebrow: "友だち紹介",
    title: (brand: string) => `${brand}を、お友だちにも`,
    lead: "いつもありがとうございます。お気に召しましたら、お友だちにもお知らせください。",
    rewardTitle: "ご利用ありがとうございます",
    rewardLead:
      "紹介の特典があるときは、ただいま確認しています。確定すると、紹介の状況でご覧いただけます。よろしければ、お友だちにもお知らせください。",
    link: "紹介リンク",
    code: "紹介コード",
    codeHint: "リンクが使えないときは、このコードをお伝えください。",
    newTab: "（新しいタブで開きます）",
    sendBy: (channel: string) => `${channel}で送る`,
    mail: "メール",
    subject: (brand: string) => `${brand}のご紹介`,
    message: (brand: string) =>
      `「${brand}」をよく利用しています。よかったら、こちらからどうぞ。`,
    disclosure: "【PR】紹介特典あり（私にも特典があります）",
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
  en: {
    eyebrow: "Refer a friend",
    title: (brand: string) => `Give ${brand} to a friend`,
    lead: "Thank you for being with us. If you like it, your friends may like it too.",
    rewardTitle: "Thank you",
    rewardLead:
      "If this step earns a referral reward, it is being counted now, and will be among your rewards once it is confirmed. Meanwhile, you can share with a friend.",
    link: "Link to share",
    code: "Code to share",
    codeHint: "Where a link does not work, give this code.",
    newTab: " (opens in a new tab)",
    sendBy: (channel: string) => `Send by ${channel}`,
    mail: "Mail",
    subject: (brand: string) => `Have a look at ${brand}`,
    message: (brand: string) =>
      `I often use ${brand}. If you like, have a look here.`,
    disclosure: "Ad: referral offer, I get a reward too",
    qr: "Show a QR code",
    qrAlt: (link: string) => `QR code: ${link}`,
    qrPng: "Save as PNG",
    qrSvg: "Save as SVG",
    preview: "What your friend will see",
    progress: "See how it is going",
    private:
      "This page can be forwarded, so it shows none of your rewards or gift codes. You see them once we know that it is you.",
    stale:
      "The proof that it is you has expired: it lasts for 24 hours at most. Sign in at the shop and open the page again.",
    progressTitle: "Your rewards and friends",
    proofTitle: "First, let us know that it is you",
    proof: (brand: string) =>
      `Rewards, gift codes and how your friends are doing are for you alone. Sign in at ${brand} and open your referrals from your account there.`,
    proofScript: "JavaScript has to be on to see them.",
    toShop: (brand: string) => `Go to ${brand}`,
    back: "Back to the link",
    closed: {
      paused: {
        title: "Referrals are taking a break",
        lead: "Once they are back, you can share from this page again. What you have earned stays yours.",
      },
      ended: {
        title: "This referral programme has ended",
        lead: "Thank you for taking part. What you have earned stays yours.",
      },
      suspended: {
        title: "This link cannot be used at the moment",
        lead: "If you do not know why, please ask the shop.",
      },
    },
    missing: {
      404: {
        title: "This link could not be opened",
        lead: "Part of it seems to be missing. Open the whole link from your mail again. If that does not help, please ask the shop.",
      },
      410: {
        title: "This page is gone",
        lead: "This link can no longer be used. If you want to refer a friend, please get a new link from the shop.",
      },
    },
  },
};

/** The page for the friend. */
export const landingWords = {
  ja: {
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
    external: "いつものブラウザーで開く",
    inApp:
      "アプリの中の画面です。いつものブラウザーでお買い物をするときは、上のコードをご利用ください。",
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
  en: {
    eyebrow: "A friend has sent you",
    title: (brand: string) => `Welcome to ${brand}`,
    from: (name: string, brand: string) => `${name} invites you to ${brand}`,
    lead: "There is something for you, as you are new here.",
    noOffer: "A friend would like to show you this shop.",
    offer: "For you, from your friend",
    disclosure:
      "Ad: whoever sent you gets a reward if you sign up or buy from here.",
    button: (brand: string) => `Go to ${brand}`,
    code: "A code for later",
    codeHint: "Type it when you sign up or buy.",
    external: "Open in your browser",
    inApp:
      "You are inside an app. To shop in your usual browser, use the code above.",
    preview: "This is what your friend will see.",
    closed: {
      paused: {
        title: "Referrals are taking a break",
        lead: "There is no referral offer now, but the shop is open to you.",
      },
      ended: {
        title: "This referral programme has ended",
        lead: "There is no referral offer any more, but the shop is open to you.",
      },
      suspended: {
        title: "This link cannot be used at the moment",
        lead: "There is no referral offer with it, but the shop is open to you.",
      },
      unknown: {
        title: "We do not know this code",
        lead: "Please check it, or ask whoever sent it to you. The shop is open to you all the same.",
      },
    },
  },
};
