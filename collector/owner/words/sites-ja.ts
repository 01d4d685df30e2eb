import { customersJa } from "./customers-ja.ts";
import { keysJa } from "./keys-ja.ts";
import type { SitesWords } from "./sites-en.ts";
import { troublesJa } from "./troubles-ja.ts";

/** The sites, and the settings of one, in Japanese. */
export const sitesJa: SitesWords = {
  bar: {
    site: "サイト",
    go: "表示",
    all: "すべてのサイト",
    test: "テストサイト：お金は動かず、支払いもできません。",
    testTag: "テスト",
    closed:
      "閉鎖したサイト：プログラムは終了していて、注文もイベントも記録されません。",
    closedTag: "閉鎖",
  },
  tabs: {
    label: "サイト",
    list: "すべてのサイト",
    settings: "設定",
    keys: "キー",
    customers: "既存のお客さま",
  },
  list: {
    title: "サイト",
    intro:
      "サイトごとに、オリジン、キー、規則、会員、帳簿が分かれています。どの画面も、選んだサイトのものを表示します。",
    search: "名前またはオリジン",
    find: "さがす",
    none: "その名前やオリジンのサイトはありません。",
    name: "名前",
    origins: "オリジン",
    consent: "同意",
    consents: {
      granted: "はじめから保存",
      required: "同意があるまで保存しない",
    },
    act: "表示",
    choose: "このサイトを表示",
    chosen: "表示中",
    earlier: "前へ",
    further: "次へ",
    add: "サイトを追加",
    addButton: "追加する",
    made: "サイトを追加し、表示を切り替えました。キーは次のとおりです。後の2つが表示されるのは今回だけです。お店のサーバーで使えるように保管してください。",
    timeZone: "タイムゾーン",
    timeZoneHint: "例：Asia/Tokyo。日や月はこれで数えます。",
    currency: "通貨",
    currencyHint:
      "例：JPY。最初のプログラムの通貨です。規則はあとで調整できます。",
    nowShown: (name) => `「${name}」に切り替えました。`,
  },
  settings: {
    title: "サイトの設定",
    name: "名前",
    rename: "名前を保存",
    renamed: "名前を保存しました。",
    consentTitle: "同意",
    consent: "ページが同意について何も示さないとき",
    consents: {
      granted: "はじめから保存する",
      required: "同意があるまで何も保存しない",
    },
    consentMeans: {
      granted:
        "紹介コードとランダムな訪問者IDを、すぐに端末に保存します。法律や掲示のうえで問題のないお店向けです。",
      required:
        "ページが enishi('consent', 'granted') を呼ぶまで、何も保存せず、訪問者IDも送りません。コードはメモリとURLにだけ残ります。",
    },
    consentHint:
      "「設置」のスニペットにも data-consent として入り、ページの指定はこの設定より優先されます。変えるときは両方を変えてください。/r/… のリンクはこの設定に従います。",
    consentSave: "設定を保存",
    consentSaved: "設定を保存しました。",
    consentChanged: (consent) =>
      `設定を保存しました。ページのスニペットも data-consent="${consent}" に変えてください。ページの指定が設定より優先されます。新しいスニペットは「設置」にあります。`,
    origins: "使えるオリジン",
    trial: "テストサイト",
    trialIntro:
      "試すためのサイトです。1人で紹介する側とされる側の両方になれ、既存のお客さまの確認や保留はなく、お金は動きません。このサイトのオリジンと規則を引き継ぎ、専用のキーを持ちます。localhostのどのポートでも使えます。",
    trialMake: "テストサイトを作る",
    trialMade:
      "テストサイトを作り、表示を切り替えました。キーは次のとおりです。後の2つが表示されるのは今回だけです。",
    trialThere: "このサイトにはテストサイトがあります：",
    settle: "今すぐ確定",
    settleHint:
      "確定待ちの期間だけが残っている特典をすべて確定し、Webhookにも知らせます。",
    settled: (n) => `${n}件の特典を確定しました。`,
    settling: "特典を確定しています",
    reset: "テストサイトを空にする",
    resetMeans:
      "このテストサイトの会員、紹介された人、注文、特典、クリック、イベント、支払い、送信記録をすべて消します。元には戻せません。キー、オリジン、規則、Webhook の宛先、ギフトコードの在庫、操作の記録は残り、渡したギフトコードは在庫に戻ります。",
    resetConfirm: "すべて消す",
    resetUnticked: "先にチェックを入れてください。元には戻せません。",
    resetSure: "元に戻せないことを理解しました。",
    resetDone: "テストサイトを空にしました。",
  },
  closing: {
    title: "サイトを閉鎖する",
    intro: "間違えて作ったサイトや、なくなったお店のためのものです。",
    close: "サイトを閉鎖する",
    means:
      "このサイトのプログラムは、新しいバージョンとしてすべて終了します。API キーは使えなくなり、ページからの注文やイベントは記録されず、リンクはお店に届きますが、クリックは数えません。スニペットが残っているページには、プログラムが終了したと表示されます。スニペットも外してください。",
    stays:
      "何も削除されません。会員は獲得した特典を引き続き確認できます。待っている特典は時期が来れば確定し、Webhook にも知らせ、支払いもできます。あとで再開できます。",
    sure: (name) =>
      `「${name}」の注文やイベントが今後記録されないことを理解しました。`,
    confirm: "閉鎖する",
    unticked:
      "先にチェックを入れてください。閉鎖すると、サイトのプログラムがすべて終了します。",
    done: "サイトを閉鎖しました。",
    reopen: "サイトを再開する",
    reopenMeans:
      "キーとリンクがまた使えるようになります。プログラムは、「プログラム」で実施中にするまで終了のままです。",
    reopened:
      "サイトを再開しました。プログラムは終了のままです。「プログラム」で実施中にしてください。",
  },
  keys: keysJa,
  customers: customersJa,
  notice: {
    newness:
      "新しいお客さまだけが対象ですが、誰が新しいかがまだ示されていません。このままでは、以前からのお客さまにも特典が発生します。",
    newnessFix: "名簿を登録するか、注文ごとに customer.existing を送る",
  },
  troubles: troublesJa,
};
