import type {
  EnishiEvent,
  EventBatch,
  Touch,
} from "../../sdk/protocol/events.ts";
import type { JoiningField, LinkField } from "./disclosed-fields.ts";

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
  | `touch.${keyof Touch}`
  | "authorization"
  | Exclude<keyof EventBatch, "events">
  | LinkField
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
  since: {
    ja: "当サイトの別のドメインで紹介リンクを開いた日時(そこから移動した場合のみ)",
    en: "when the link was followed to another domain of the site, for whoever came on from there",
  },
  referrer: {
    ja: "紹介リンクがあったページのホスト名",
    en: "the host of the page that the link was on",
  },
  surface: { ja: "表示された画面の種類", en: "which screen was seen" },
  touch: {
    ja: "端末に残っている、最初と最後に開いた紹介リンク",
    en: "the first and the last referral link followed, as kept on the device",
  },
  "touch.code": { ja: "その紹介コード", en: "their codes" },
  "touch.at": { ja: "それを開いた日時", en: "when they were followed" },
  "touch.click": {
    ja: "それを開いた記録の識別子",
    en: "the ids of the recorded clicks on them",
  },
  authorization: {
    ja: "会員であることを示す、この端末に保存された値",
    en: "the token kept on this device that shows who the member is",
  },
  token: {
    ja: "当サイトのサーバーが署名した会員または注文の情報(会員番号、メールアドレス、名前、会員の種別、注文番号、金額などのうち、当サイトが含めたもの)",
    en: "what the site's own server has signed of the member or the order: as much as it puts in of the customer's number, mail address, name, kind of member, order number, amount and the like",
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

/** Of one occasion alone: it is sent and kept for the time being, whatever the device may keep. */
export const forgottenVisitor: Words = {
  ja: "消去する、このブラウザの乱数の識別子(端末への保存が許されない場合も送信し、サーバーに届くまでこの連絡だけは端末に残します)",
  en: "the random id of this browser that is to be erased; sent whatever the device may keep, and this one message waits on the device until the server has it",
};
