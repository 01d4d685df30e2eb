import { againJa } from "./again-ja.ts";
import type { Words } from "./en.ts";
import { giftsJa } from "./gifts-ja.ts";
import { installJa } from "./install-ja.ts";
import { memberJa } from "./member-ja.ts";
import { membersJa } from "./members-ja.ts";
import { namesJa } from "./names-ja.ts";
import { ordersJa } from "./orders-ja.ts";
import { overflowJa } from "./overflow-ja.ts";
import { payoutsJa } from "./payouts-ja.ts";
import { programJa } from "./program-ja.ts";
import { queueJa } from "./queue-ja.ts";
import { refusalsJa } from "./refusals-ja.ts";
import { resultsJa } from "./results-ja.ts";
import { rewardsJa } from "./rewards-ja.ts";
import { rulesJa } from "./rules-ja.ts";
import { sitesJa } from "./sites-ja.ts";
import { startJa } from "./start-ja.ts";
import { webhooksJa } from "./webhooks-ja.ts";

/** The owner's pages in Japanese. */
export const ja: Words = {
  title: "Enishi 運営ページ",
  skip: "本文へ",
  otherLanguage: "English",
  nav: {
    menu: "メニュー",
    results: "成果",
    queue: "確認待ち",
    orders: "注文",
    rewards: "特典",
    members: "会員",
    payouts: "支払い",
    program: "プログラム",
    gifts: "ギフトコード",
    webhooks: "Webhook",
    sites: "サイト",
    install: "設置",
    audit: "操作の記録",
    waiting: (n) => `${n}件待ち`,
    lowPools: (n) => `${n}件が残りわずか`,
  },
  logout: "ログアウト",
  older: "以前のもの",
  newest: "最新に戻る",
  times: (zone) => `日時はすべて ${zone} です。`,

  work: {
    far: (done, total) => `${total}件のうち${done}件が終わりました。`,
    hint: "終わると自動で結果に移ります。このページを離れても処理は続きます。",
    look: "いま確認する",
    gone: "この処理はもう動いていません。どこまで終わったかは一覧で確認でき、残りはもう一度始められます。",
  },

  login: {
    title: "ログイン",
    password: "パスワード",
    hint: "初回の起動時に表示されたもの、または ENISHI_ADMIN_PASSWORD の値です。",
    submit: "ログイン",
    wrong: "パスワードが違います。大文字・小文字や空白をご確認ください。",
    wait: (seconds) =>
      `パスワードの間違いが続いています。${seconds}秒後にもう一度お試しください。`,
  },
  again: againJa,
  problem: {
    forged:
      "このページから送られたものではないか、ログイン前のフォームです。前のページを再読み込みして、もう一度お試しください。",
    missing: "ページが見つかりません。",
    failed: "できませんでした。",
    noSite: "このデータベースにはまだサイトがありません。",
    codes: {
      state_conflict:
        "その間に状態が変わったか、先に必要な操作があります。いまの状態をご確認ください。",
      not_found: "対象が見つかりません。",
      overloaded: "混み合っています。少し待ってからもう一度お試しください。",
    },
    reasonNeeded: "理由を短く書いてください。記録に残ります。",
  },

  results: resultsJa,
  rewards: rewardsJa,
  ...namesJa,
  members: membersJa,
  install: installJa,
  program: programJa,
  order: ordersJa,
  refusals: refusalsJa,
  rules: rulesJa,
  sites: sitesJa,
  start: startJa,
  member: memberJa,
  webhooks: webhooksJa,
  gifts: giftsJa,
  overflow: overflowJa,
  payouts: payoutsJa,
  queue: queueJa,
};
