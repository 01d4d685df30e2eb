import type { Words } from "./field-words.ts";

/** Something that pages keep on a visitor's device. */
export interface Stored {
  name: string;
  where: ("cookie" | "localStorage")[];
  holds: Words;
  purpose: Words;
  lasts: Words;
}

/** All that pages keep on a visitor's device, and why. */
export const storedWords: Stored[] = [
  {
    name: "_enishi",
    where: ["cookie", "localStorage"],
    holds: {
      ja: "このブラウザの乱数の識別子、最初と最後に開いた紹介リンクのコード・日時・記録の識別子。同意を拒否した場合は、拒否したことだけ",
      en: "a random id of this browser; codes, times and ids of clicks of the first and the last referral link followed. After a refusal, only that",
    },
    purpose: {
      ja: "後日の登録や購入を紹介と結びつけるため",
      en: "to credit a later sign-up or order to the referral",
    },
    lasts: {
      ja: "Cookie は最長400日、localStorage は消去するまで",
      en: "the cookie for 400 days at most, localStorage until erased",
    },
  },
  {
    name: "_enishi_queue",
    where: ["localStorage"],
    holds: {
      ja: "まだ送信できていない記録、同意の取り消しの連絡、ページのアドレスにあった、まだ確認できていない紹介コード",
      en: "records that could not be sent yet, a withdrawal of consent, and referral codes of the page's address that are yet to be checked",
    },
    purpose: {
      ja: "通信できないときに失わないため",
      en: "to lose none where there is no network",
    },
    lasts: {
      ja: "24時間。注文・お申し込みと取り消しの連絡は届くまで",
      en: "24 hours; an order, a sign-up or a withdrawal until it is delivered",
    },
  },
  {
    name: "_enishi_member",
    where: ["localStorage"],
    holds: {
      ja: "参加した人の会員であることを示す値と紹介コード、この端末の乱数の秘密値",
      en: "the token and code of whoever has joined here, and a random secret of this device",
    },
    purpose: {
      ja: "本人に自分の紹介の画面を表示するため",
      en: "to show members their own screen",
    },
    lasts: { ja: "消去するまで", en: "until erased" },
  },
  {
    name: "_enishi_news",
    where: ["localStorage"],
    holds: {
      ja: "お知らせを表示した日時、閉じたお知らせの特典の識別子",
      en: "when news was last shown, and ids of the rewards whose news was closed",
    },
    purpose: {
      ja: "同じお知らせを繰り返さないため",
      en: "to show no news twice",
    },
    lasts: { ja: "消去するまで", en: "until erased" },
  },
];
