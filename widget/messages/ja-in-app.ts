/** What friends are told in an app's own browser, in Japanese. */
const jaInApp = {
  inApp:
    "いまは{app}アプリの中で開いています。ログインやカートが引き継がれないことがあるため、いつものブラウザで続けるのがおすすめです。ご紹介はそのまま引き継がれます。",
  inAppUnknown:
    "いまはアプリの中で開いています。ログインやカートが引き継がれないことがあるため、いつものブラウザで続けるのがおすすめです。ご紹介はそのまま引き継がれます。",
  inAppOpen: "ブラウザで開く",
  inAppMenu:
    "アプリのメニュー（⋯）から「ブラウザで開く」を選ぶか、リンクをコピーしてください。",
  inAppUncopied: "コピーできませんでした。上のコードを控えてください。",
};

export type InAppMessages = typeof jaInApp;

export default jaInApp;
