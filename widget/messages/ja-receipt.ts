/** Receipts and objections in Japanese. */
const jaReceipt = {
  known_referrer_link: "{date}に、お友だちがあなたのリンクを開かれました。",
  known_referrer_code: "{date}に、お友だちがあなたのコードを使われました。",
  known_referrer_earlier:
    "{date}のご紹介から引き続き、あなたのお友だちとして記録されています。",
  known_referrer_hand: "お店が、あなたのご紹介として記録しました（{date}）。",
  known_friend_link: "{date}に、お友だちのリンクを開いてくださいました。",
  known_friend_code: "{date}に、お友だちのコードを使ってくださいました。",
  known_friend_earlier: "{date}にお友だちから紹介された記録が続いています。",
  known_friend_hand: "お店が、お友だちのご紹介として記録しました（{date}）。",
  counts: "あなたのご紹介として成立しています。",
  capped_cap_of_gross: "1回の特典の上限に合わせた金額になっています。",
  capped_cap_fixed: "1回の特典の上限に合わせた金額になっています。",
  capped_guardrail: "特典を長く続けられる範囲に合わせた金額になっています。",
  capped_legal: "法律で定められた上限に合わせた金額になっています。",
  capped_limit_reached: "お一人さまの上限までの金額になっています。",
  capped_budget_spent: "特典の予算の残りまでの金額になっています。",
  capped_other: "プログラムの上限に合わせた金額になっています。",
  wrong: "この記録は違う",
  again: "もう一度お店に伝える",
  wrongField: "どこが違うか、お聞かせください",
  missingField: "いつごろ、どのように紹介されたか、お聞かせください",
  onlyShop: "お店だけが読みます。お返事はこの画面に届きます。",
  messageFirst: "内容をご記入ください。",
  send: "お店に送る",
  sending: "送っています…",
  sendOffline:
    "つながりませんでした。文章は残っています。もう一度お送りください。",
  sendLimit:
    "短いあいだに何度もご連絡をいただいています。文章は残っていますので、少し時間をおいてお送りください。",
  sendFailed:
    "送れませんでした。文章は残っています。少し待ってお試しください。",
  dispute_open: "お店に届いています。確認が済むと、お返事がここに届きます。",
  dispute_upheld: "ご連絡のとおりでした。",
  dispute_declined: "確認の結果、記録はこのままとなりました。",
  shopSays: "お店から：{answer}",
  youSaid: "あなたから：{message}",
};

export type ReceiptMessages = typeof jaReceipt;

export default jaReceipt;
