import type { EnishiEvent, EventBatch } from "../../sdk/protocol/events.ts";
import type { JoiningField } from "./disclosed-fields.ts";

/** One text in each language of the page. */
export interface Words {
  ja: string;
  en: string;
}

type KeysOf<Each> = Each extends unknown ? keyof Each : never;
type Customer = NonNullable<Extract<EnishiEvent, { type: "sale" }>["customer"]>;

/** Every field that a page can send, by the protocol's own types: a new one does not compile without its words. */
export type DisclosedField =
  | Exclude<KeysOf<EnishiEvent>, "customer">
  | `customer.${keyof Customer}`
  | Exclude<keyof EventBatch, "events">
  | JoiningField;

/** What each field is. */
export const fieldWords: Record<DisclosedField, Words> = {
  site: { ja: "サイトの公開キー", en: "the site's public key" },
  visitor: {
    ja: "このブラウザの乱数の識別子(端末への保存が許される場合のみ)",
    en: "a random id of this browser, only where the device may keep one",
  },
  sentAt: { ja: "送信日時", en: "when it was sent" },
  id: { ja: "この記録の乱数の識別子", en: "a random id of this record" },
  type: { ja: "できごとの種類", en: "what kind of event it is" },
  at: { ja: "できごとの日時", en: "when it happened" },
  code: { ja: "紹介コード", en: "the referral code" },
  channel: {
    ja: "共有に使ったサービスの名前",
    en: "the name of the service used for sharing",
  },
  url: {
    ja: "ページのURL(クエリを除く)",
    en: "the page's address without its query",
  },
  click: {
    ja: "紹介リンクを開いた記録の識別子",
    en: "the id of the recorded click on a link",
  },
  surface: { ja: "表示された画面の種類", en: "which screen was seen" },
  touch: {
    ja: "最初と最後に開いた紹介リンクのコードと日時",
    en: "codes and times of the first and the last referral link followed",
  },
  token: {
    ja: "当サイトのサーバーが署名した会員または注文の情報",
    en: "what the site's own server has signed of the member or the order",
  },
  orderId: {
    ja: "申込みまたは注文の番号",
    en: "the number of the enquiry or order",
  },
  amountMinor: { ja: "金額", en: "the amount" },
  currency: { ja: "通貨", en: "the currency" },
  marginClass: { ja: "商品の区分", en: "the class of goods" },
  email: {
    ja: "メールアドレス(ページが渡した場合、または入力された場合のみ)",
    en: "the mail address, only if typed or passed along by the page",
  },
  "customer.id": {
    ja: "当サイトでの会員番号(ページが渡した場合のみ)",
    en: "the customer's number in this shop, only if passed along by the page",
  },
  "customer.email": {
    ja: "お客様のメールアドレス(ページが渡した場合のみ)",
    en: "the customer's mail address, only if passed along by the page",
  },
  name: { ja: "できごとの名前", en: "the name of the event" },
  props: {
    ja: "ページが付けた項目",
    en: "the properties that the page adds",
  },
  program: { ja: "紹介プログラムの識別子", en: "the id of the programme" },
  acceptedTerms: {
    ja: "同意した規約の版",
    en: "which version of the terms was accepted",
  },
  joinKey: {
    ja: "この端末の乱数の秘密値",
    en: "a random secret of this device",
  },
  publicName: {
    ja: "お友だちに表示する名前",
    en: "the name to be shown to friends",
  },
  seen: {
    ja: "表示済みの特典の識別子",
    en: "ids of the rewards that were shown",
  },
  about: {
    ja: "お問い合わせの対象の識別子",
    en: "the id of what a question is about",
  },
  message: { ja: "お問い合わせの文面", en: "the words of a question" },
};

/** The occasions on which something is sent, and why. */
export type Occasion =
  | EnishiEvent["type"]
  | "join"
  | "standing"
  | "dispute"
  | "check";

export const occasionWords: Record<Occasion, { on: Words; purpose: Words }> = {
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
