import type { EnishiEvent } from "../../sdk/protocol/events.ts";
import type { Words } from "./field-words.ts";

/** The occasions on which something is sent, and why. */
export type Occasion =
  | EnishiEvent["type"]
  | "link"
  | "join"
  | "screen"
  | "settings"
  | "standing"
  | "dispute"
  | "check";

export const occasionWords: Record<Occasion, { on: Words; purpose: Words }> = {
  link: {
    on: {
      ja: "紹介リンクを開いたとき",
      en: "somebody follows a referral link",
    },
    purpose: {
      ja: "紹介の成立の確認、紹介プログラムの効果の測定",
      en: "to know who referred whom, and by which channel",
    },
  },
  click: {
    on: {
      ja: "紹介リンクから来訪したとき",
      en: "somebody comes by a referral",
    },
    purpose: {
      ja: "紹介の成立の確認、重複や不正の防止",
      en: "to know who referred whom, and to count it once",
    },
  },
  view: {
    on: {
      ja: "紹介の画面が表示されたとき",
      en: "a screen of the programme is in view",
    },
    purpose: {
      ja: "紹介プログラムの効果の測定と改善",
      en: "to measure and improve the programme",
    },
  },
  share: {
    on: { ja: "紹介リンクを共有したとき", en: "a member shares" },
    purpose: {
      ja: "紹介プログラムの効果の測定と改善",
      en: "to measure and improve the programme",
    },
  },
  copy: {
    on: { ja: "紹介リンクをコピーしたとき", en: "a member copies the link" },
    purpose: {
      ja: "紹介プログラムの効果の測定と改善",
      en: "to measure and improve the programme",
    },
  },
  lead: {
    on: {
      ja: "登録・資料請求などをしたとき",
      en: "somebody signs up or enquires",
    },
    purpose: {
      ja: "紹介特典の計算と付与、重複や不正の防止",
      en: "to work out and grant rewards, and to prevent abuse",
    },
  },
  sale: {
    on: { ja: "購入・契約をしたとき", en: "somebody buys" },
    purpose: {
      ja: "紹介特典の計算と付与、重複や不正の防止",
      en: "to work out and grant rewards, and to prevent abuse",
    },
  },
  custom: {
    on: {
      ja: "当サイトが定めたその他のできごとのとき",
      en: "something else that the site has chosen happens",
    },
    purpose: {
      ja: "紹介プログラムの効果の測定と改善",
      en: "to measure and improve the programme",
    },
  },
  forget: {
    on: {
      ja: "同意を取り消したとき、端末の情報を消したとき",
      en: "consent is withdrawn, or the device is erased",
    },
    purpose: {
      ja: "サーバーに残る端末の識別子の消去",
      en: "to erase the browser's id from the server too",
    },
  },
  join: {
    on: { ja: "紹介プログラムに参加するとき", en: "somebody joins" },
    purpose: {
      ja: "紹介リンクの発行と本人の確認",
      en: "to issue a link and to recognise its owner",
    },
  },
  screen: {
    on: {
      ja: "自分の紹介の画面を開くとき",
      en: "a member opens their own screen",
    },
    purpose: {
      ja: "本人の紹介リンク、特典、お友だちの状況の表示",
      en: "to show the member their link, rewards and how friends are doing",
    },
  },
  settings: {
    on: {
      ja: "紹介の画面を用意するとき、同意の設定を確かめるとき",
      en: "a page prepares a screen, or asks whether it may keep something",
    },
    purpose: {
      ja: "紹介プログラムの内容の表示、端末に保存してよいかの確認",
      en: "to show what the programme offers, and to keep to the site's setting of consent",
    },
  },
  standing: {
    on: {
      ja: "表示名を変えるとき、お知らせを見たとき",
      en: "a member changes the public name or reads news",
    },
    purpose: {
      ja: "本人が選んだ設定の保存",
      en: "to keep what the member has chosen",
    },
  },
  dispute: {
    on: {
      ja: "特典について問い合わせるとき",
      en: "a member asks about a reward",
    },
    purpose: { ja: "お問い合わせへの回答", en: "to answer" },
  },
  check: {
    on: {
      ja: "紹介コードを入力または受け取ったとき",
      en: "a code is typed or has come with a link",
    },
    purpose: {
      ja: "コードと特典内容の確認",
      en: "to say whether it counts and what it promises",
    },
  },
};
