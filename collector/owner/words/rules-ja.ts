import { auditJa } from "./audit-ja.ts";
import { adviceJa, figuresJa, warningsJa } from "./figures-ja.ts";
import type { RulesWords } from "./rules-en.ts";
import { rulesFactsJa } from "./rules-facts-ja.ts";
import { rulesFieldsJa } from "./rules-fields-ja.ts";
import { rulesTrialsJa } from "./rules-trials-ja.ts";

/** The form of the rules, in Japanese. */
export const rulesJa: RulesWords = {
  change: "規則を変更する",
  intro:
    "公開するまで何も変わりません。以前の規則で約束した特典は、約束のまま残ります。",
  inForce: (version, at) => `バージョン ${version}（${at} から）`,
  inWords: "いま有効な規則（言葉で）",
  programs: "プログラム",
  history: "履歴",
  copyTitle: "コピーして新しいプログラムを作る",
  copyHint:
    "パートナー向け・社員向けなどに。このプログラムの規則をコピーし、休止中で始まります。変更してから実施中にしてください。",
  copyId: "アドレスや API で使う短い名前",
  copyIdHint: "半角の a-z、0-9、ハイフン",
  copy: "コピーを作る",
  copied:
    "プログラムを休止中で作りました。違うところを変更し、実施中にして公開してください。",
  copyBadId: "半角の a-z、0-9、ハイフンで 1〜40 文字にしてください。",
  copyTaken: "その名前のプログラムはすでにあります。",
  sections: {
    programme: "プログラム",
    steps: "特典",
    credit: "だれの紹介になるか",
    margins: "粗利率",
    bounds: "全体の歯止め",
    law: "景品の法規制",
    limits: "一人あたりの上限",
    boosts: "キャンペーン",
    display: "お客さまに見えるもの",
  },
  sectionHints: {
    programme: "",
    steps:
      "最初の一歩に小さく確実なギフト、購入には粗利の数％、という組み合わせが始めやすい形です。",
    credit: "入力されたコードは、いつもリンクに優先します。",
    margins:
      "価格に占める粗利の割合です。商品の区分によって違うときは区分を加え、注文と一緒に marginClass で区分名を送ってください。",
    bounds:
      "ガードレールは二人の合計を見ます。予算に収まらない特典は、減額ではなく見送りになります。",
    law: "日本の景品表示法にもとづく計算で、法律上の助言ではありません。自店のポイントとクーポンは値引きとして扱います。",
    limits: "会員が紹介によって得る特典についての上限です。",
    boosts:
      "期間中だけの特典です。紹介された人がリンクを開いた日時で決まります。",
    display: "空欄なら、Enishi の標準の文言が訪問者の言語で表示されます。",
  },
  ...rulesFieldsJa,
  more: "さらに：月数、予算、上限を超えた分",
  allSteps: "すべての段階",
  days: "日",
  rateUnit: "%（率）",
  remove: "削除",
  noRows: "なし",
  boost: (n) => `キャンペーン ${n}`,
  preview: "プレビュー",
  previewHint: "警告と変更点を表示します。公開はしません。",
  wrong: (n) =>
    `見直しが必要な項目が ${n} 件あります。入力はそのまま残っています。`,
  outcome: {
    title: "プレビュー",
    changes: "変わるところ",
    none: "有効なバージョンとの違いはありません。",
    was: "いま",
    becomes: "公開後",
    absent: "なし",
    warnings: "警告",
    noWarnings: "警告はありません。",
    law: "法律上の上限（計算できる範囲で）",
    lawFree: (who, what) => `${who}：${what}。上限なし。`,
    lawLimit: (who, what, limit, price) =>
      `${who}：${what}。購入額 ${price} のとき ${limit} まで。`,
    lawOver: "上限を超えています",
    lawNone: "確認しない設定です。",
    publish: "新しいバージョンとして公開する",
    publishHint: "公開後にリンクを開いた人から適用されます。",
    published: (version) => `バージョン ${version} が有効になりました。`,
    same: "いま有効な規則と同じです。公開するものはありません。",
    stale: (version) =>
      `その間にバージョン ${version} が公開されました。変わるところを確かめてから公開してください。`,
    allTheSame: "赤字になることがある規則ですが、このまま公開します。",
    allTheSameNeeded:
      "公開していません。赤字になることがある規則です。特典を下げるか、このまま公開することに印を付けてください。",
    changedSince:
      "プレビューのあとに変更がありました。もう一度確かめてから公開してください。",
  },
  unpublished:
    "ここでの変更はまだ公開されていません。先に公開するか、変更を捨ててよければもう一度サイトを選んでください。",
  warningCodes: warningsJa,
  figures: figuresJa,
  adviceCodes: adviceJa,
  ...rulesTrialsJa,
  versions: {
    title: "履歴",
    version: (n) => `バージョン ${n}`,
    when: "日時",
    who: "公開した人",
    what: "変わったところ",
    first: "最初のバージョンです。",
    see: "規則を見る",
    lines: "すべての項目",
    shown: (n) => `バージョン ${n} の規則`,
    back: "フォームに戻る",
    takeUp: "この規則をフォームに入れる",
    actors: { ...auditJa.actors, collector: "サイトと同時に作成" },
    unknown: "そのバージョンはありません。",
  },
  facts: rulesFactsJa,
};
