import type { Bilingual } from "./language.ts";

export interface Product {
  id: string;
  name: Bilingual;
  /** One line for the list. */
  line: Bilingual;
  about: Bilingual;
  facts: Bilingual;
  priceYen: number;
  /** Gross profit in the price, in basis points. The shop's own secret: never sent to a browser. */
  marginBps: number;
}

export const products: readonly Product[] = [
  {
    id: "kettle",
    name: { ja: "南部鉄瓶 霰", en: "Nambu iron kettle" },
    line: { ja: "一生ものの湯を沸かす", en: "Boils water for a lifetime" },
    about: {
      ja: "粒を一つずつ打った霰（あられ）紋の鉄瓶です。沸かした湯はやわらかく、いつもの茶葉が少し甘く感じられます。使うほどに内側が育ちます。",
      en: "Cast by hand, its hailstone pattern pressed one grain at a time. The water comes out soft, and everyday leaves taste a little sweeter. The inside seasons with use.",
    },
    facts: {
      ja: "容量 1.2 L ・ 重さ 1.6 kg ・ 岩手県盛岡市 ・ IH不可",
      en: "1.2 L · 1.6 kg · Morioka, Iwate · not for induction",
    },
    priceYen: 100_000,
    marginBps: 4_000,
  },
  {
    id: "kyusu",
    name: { ja: "常滑の急須", en: "Tokoname teapot" },
    line: {
      ja: "最後の一滴まで切れがいい",
      en: "Pours clean to the last drop",
    },
    about: {
      ja: "朱泥を薄くひいた横手の急須。細かな陶製の茶こしが深蒸し茶も詰まらせません。",
      en: "A side-handled pot in thin red clay. Its fine ceramic strainer never clogs, even with deep-steamed tea.",
    },
    facts: {
      ja: "容量 270 ml ・ 愛知県常滑市",
      en: "270 ml · Tokoname, Aichi",
    },
    priceYen: 12_800,
    marginBps: 4_500,
  },
  {
    id: "caddy",
    name: { ja: "樺細工の茶筒", en: "Cherry-bark caddy" },
    line: {
      ja: "桜の樹皮が茶葉を守る",
      en: "Wild cherry bark keeps leaves dry",
    },
    about: {
      ja: "山桜の皮を巻いた茶筒です。蓋は自分の重みで静かに閉まり、湿気を寄せません。",
      en: "Wrapped in the bark of mountain cherry. The lid sinks shut under its own weight and keeps damp out.",
    },
    facts: {
      ja: "茶葉 120 g 用 ・ 秋田県仙北市",
      en: "Holds 120 g · Semboku, Akita",
    },
    priceYen: 9_800,
    marginBps: 4_000,
  },
  {
    id: "cups",
    name: { ja: "夫婦湯呑", en: "Pair of tea cups" },
    line: {
      ja: "大小ふたつ、白と藍",
      en: "One large, one small, white and indigo",
    },
    about: {
      ja: "手になじむ大小の湯呑。内側は白く、お茶の色がきれいに見えます。贈りものにも。",
      en: "Two sizes that sit well in the hand. White inside, so that the colour of the tea shows. A good present.",
    },
    facts: {
      ja: "200 ml と 160 ml ・ 長崎県波佐見町 ・ 電子レンジ可",
      en: "200 ml and 160 ml · Hasami, Nagasaki · microwave safe",
    },
    priceYen: 4_800,
    marginBps: 4_200,
  },
  {
    id: "sencha",
    name: { ja: "新茶 やぶきた", en: "First-flush sencha" },
    line: { ja: "五月の葉を浅く蒸して", en: "May leaves, lightly steamed" },
    about: {
      ja: "若葉の香りを残した浅蒸しの煎茶。70度の湯で一分、二煎目は熱めに。",
      en: "Lightly steamed to keep the scent of young leaves. One minute at 70 °C, hotter for the second pot.",
    },
    facts: { ja: "100 g ・ 静岡県川根本町", en: "100 g · Kawane, Shizuoka" },
    priceYen: 1_500,
    marginBps: 3_500,
  },
  {
    id: "hojicha",
    name: { ja: "焙じ茶 ひと缶", en: "Roasted hojicha" },
    line: { ja: "夜にも飲める香ばしさ", en: "Toasty, and kind to your sleep" },
    about: {
      ja: "茎を強火で焙じました。熱湯でさっと。水出しもおすすめです。",
      en: "Stems roasted over a high flame. Boiling water, half a minute; or cold, overnight.",
    },
    facts: { ja: "60 g ・ 京都府和束町", en: "60 g · Wazuka, Kyoto" },
    priceYen: 980,
    marginBps: 3_500,
  },
];

export function productById(id: string | undefined): Product | undefined {
  return products.find((product) => product.id === id);
}

/** What of the price the shop keeps, rounded down. */
export function grossProfitYen(product: Product, quantity: number): number {
  return Math.floor((product.priceYen * quantity * product.marginBps) / 10_000);
}
