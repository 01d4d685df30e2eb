import { auditJa } from "./audit-ja.ts";
import { bulkJa } from "./bulk-ja.ts";
import { personJa } from "./person-ja.ts";
import type { QueueWords } from "./queue-en.ts";

/** What waits for the owner, in Japanese. */
export const queueJa: QueueWords = {
  title: "確認待ち",
  lookFirst: "保留の理由を見る",
  intros: {
    unverified:
      "ブラウザからの報告だけで、裏づけのない注文です。ブラウザの報告は書き換えることができます。お店の記録と照らし、番号と金額が合えば「確認」してください。特典はそのあとに続きます。",
    held: "不自然な点のある注文です。どれだけ待っても、確認が済むまで特典は支払われません。家族や職場の人どうしでも、このように見えることがあります。",
    disputed:
      "「この記録は違う」という会員の声と、プログラムの記録です。お返事は本人が読みます。",
    unmatched:
      "だれの紹介にもならなかった注文です。多くは紹介なしの注文です。紹介した人がいる場合は、手動で結びつけてください。",
  },
  tabs: {
    unverified: "未確認",
    held: "保留",
    disputed: "異議",
    unmatched: "紹介者なし",
  },
  tabsLabel: "確認待ちの種類",
  more: (n) => `${n}件超`,
  none: {
    unverified: "確認を待つ注文はありません。",
    held: "保留中の注文はありません。",
    disputed: "異議はありません。",
    unmatched: "紹介者のいない注文はありません。",
  },
  waits: {
    unverified: "確認を待っている注文があります：",
    held: "保留中の注文があります：",
    disputed: "会員からの異議があります：",
  },

  order: "注文",
  choose: (order) => `${order} を選ぶ`,
  amount: "金額",
  claimed: "報告された金額",
  noAmount: "なし",
  trust: "報告元",
  trusts: { claim: "ブラウザだけ", trusted: "お店のサーバー、または署名つき" },
  occurred: "注文日時",
  recorded: "記録日時",
  credit: "紹介",
  ways: {
    code: (code) => `注文のときのコード ${code}`,
    link: (code, at) => `${code} のリンク（${at} に開封）`,
    earlier: (code) => `以前 ${code} から紹介`,
    hand: (code) => `手動で ${code} の紹介に`,
  },
  noCredit: "紹介者なし",
  rewards: "待っている特典",
  noRewards: "なし",
  because: "紹介にならない理由",
  warnings: "注意",
  verdict: "不自然な点",
  score: (score, hold) => `100点中${score}点（${hold}点から確認待ち）`,
  points: (n) => `${n}点`,
  signs: {
    same_mailbox:
      "紹介した人、またはその人が紹介した別の人と、同じメールボックスに届くアドレスです。",
    shared_browser:
      "紹介した人、またはその人が紹介した別の人も使ったブラウザです（同じ人か、同じ家の人）。",
    velocity: "短いあいだに、紹介が異例に多く続いています。",
    disposable_mail: "使い捨てのメールアドレスです。",
    coupon_site: "クーポンサイトからのクリックです。",
    impossible_timing:
      "紹介より前、またはクリックから数秒での注文、あるいは紹介コードの発行前の日付のクリックです。",
    charged_back:
      "この人の別の注文で、支払いが取り消されています（チャージバック）。",
    newness_unanswered: "新しいお客さまかどうか、知らされていません。",
  },

  confirm: {
    unverified: "実在の注文として確認する",
    held: "問題なし（保留を解く）",
  },
  void: { unverified: "実在しない注文", held: "特典を取り消す" },
  voidHint: {
    unverified:
      "この注文の特典を取り消します。理由は記録に残り、紹介した人には未確認だったことが伝わります。",
    held: "この注文の特典を取り消します。理由は記録に残り、会員にも表示されます。注文そのものは変わりません。",
  },
  done: {
    confirm: {
      unverified: "注文を確認しました。",
      held: "保留を解きました。確定待ちの期間が残っている特典は、その終わりを待ちます。",
    },
    void: {
      unverified: "実在しない注文とし、特典を取り消しました。",
      held: "この注文の特典を取り消しました。",
    },
  },

  by: "会員",
  wrote: "会員の言葉",
  about: "対象",
  abouts: {
    reward: "特典",
    friend: "紹介した人",
    missing: "一覧にない紹介",
  },
  evidence: "プログラムの記録",
  noEvidence: "当てはまる注文は見つかりません。",
  asked: "注文",
  counts: (who) => `${who} の紹介`,
  countsForThem: "この会員の紹介",
  countsForNobody: "紹介者なし",
  clicks: "その前後のリンクのクリック",
  noClicks: "なし",
  clicked: (n) => `計${n}回`,
  touches: "ブラウザが覚えていたリンク",
  unmatched: "紹介者のいない注文で、当てはまりそうなもの",
  remedy: "注文をこの会員の紹介にする",
  remedyHint:
    "この注文は会員の紹介となり、規則どおりの特典が続きます。予算と上限はそのまま守られます。だれが、なぜ行ったかは記録に残ります。",
  remedyWhich: "注文",
  remedyAct: "この会員の紹介にする",
  answer: "お返事",
  answerHint:
    "本人の画面に表示されます。お返事だけでは何も変わりません。注文の結びつけや特典の確定は別に行ってください。",
  decision: "判断",
  decisions: { upheld: "ご指摘のとおり", declined: "このまま変えない" },
  words: "本人が読む文",
  answerAct: "お返事を送る",
  answered: "お返事を送りました。",
  answerNeeded: "判断を選び、本人が読む文を書いてください。",

  guesses: "紹介したかもしれない人",
  noGuesses: "手がかりはありません。",
  whys: {
    mistyped_code: (code) => `入力されたコードが ${code} と一文字違い`,
    same_browser: (code, at) =>
      `同じブラウザで ${code} のリンクを開いた${at && `（${at}）`}`,
    same_person: (code, at) =>
      `同じお客さまが別のブラウザで ${code} のリンクを開いた${at && `（${at}）`}`,
    near_in_time: (code, at) =>
      `注文の少し前に、だれかが ${code} のリンクを開いた${at && `（${at}）`}`,
  },
  somebodyElse: "ほかの人",
  typed: "コード、またはお店の顧客ID",
  creditAct: "この人の紹介にする",
  credited: "注文を紹介に結びつけました。",
  nobody: "そのコードや ID の人はいません。",
  whoNeeded: "会員を選ぶか、コードまたは ID を入力してください。",

  many: {
    choose: (what) => `${what}を選ぶ`,
    answer: "同じ文面でまとめて回答する",
    answerSays: "次の会員それぞれに、同じ回答が届きます。",
    answerDo: (n) => `${n}件に回答を送る`,
    credit: "いちばん有力な会員の紹介にする",
    creditSays:
      "次の注文を、それぞれの会員のリンクから来たものとして扱います。手がかりのない注文は含みません。上限と予算は守られます。",
    creditDo: (n) => `${n}件を紹介にする`,
    aside: "一覧から外す",
    asideSays:
      "次の注文がこの一覧から外れます。ほかは何も変わらず、注文のページからあとで紹介にすることもできます。",
    asideDo: (n) => `${n}件を一覧から外す`,
  },
  bulk: bulkJa,
  audit: auditJa,
  person: personJa,
};
