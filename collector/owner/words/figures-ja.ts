import type { FiguresWords } from "./figures-en.ts";

/** Warnings and advice, in Japanese: all of them, as the domain's own messages are English. */
export const warningsJa: Record<string, string> = {
  existing_customers_unknown:
    "新しいお客さまだけが対象ですが、だれが既存のお客さまかが分からないため、既存の方にも特典が出てしまいます。「サイト」で既存のお客さまを登録するか、注文ごとに customer.existing を送ってください。",
  can_lose_money:
    "特典が粗利を上回ることがあります。購入かリードの特典を下げるか、粗利に対する上限かガードレールの減額を設定してください（リードの特典にはガードレールが効きません）。",
  guardrail:
    "ガードレールにより、案内した額より少なく支払われる場合があります。案内を守れる額に下げてください。",
  legal_limit:
    "景品の上限を超える、または上限により案内より少なくなる場合があります。自店のポイントかクーポンにするか、額を下げてください。",
  unlimited_leads:
    "リードの特典に上限も予算もなく、何も売れる前に支払われます。一人あたりの上限か予算を設定してください。",
  gift_pool_missing:
    "渡すことになる金額のギフトコードの在庫がなく、特典が待つことになります。その金額の在庫を作るか、在庫のある金額にしてください。",
  rate_on_lead:
    "リードには金額がないので、率では何も支払われません。固定額にしてください。",
  above_cap:
    "設定した額がいつも上限を超えるため、そのとおりには支払われません。上限を上げるか、額を下げてください。",
  perk_withheld: "優待は分けて渡せないため、上限を超えると渡されません。",
  legal_raffle:
    "抽選の賞品が法律上の上限を超えています。価値を下げてください。",
  overflow_withheld:
    "ガードレールか法律の上限に余裕がないため、上限を超えた分の優待や抽選参加が渡されません。価値を下げてください。",
  raffle_cost:
    "一件の購入の粗利では抽選の賞品をまかなえません。参加数が十分に集まってから抽選するか、価値を下げてください。",
  overflow_without_cap:
    "上限がないため、上限を超えた分の優待や抽選参加は誰にも渡されません。上限を設定してください。",
  repeated_step: "同じ段階が二つあります。最初のものだけが有効です。",
  unknown_step:
    "存在しない段階を指すキャンペーンか上限があり、効果がありません。",
  ends_before_start: "終了が開始より前のため、実施されません。",
  overlapping_boosts:
    "同じ段階のキャンペーンが重なっています。先に書かれたものが有効で、合計はされません。",
  no_rewards: "どの段階にも特典がありません。",
};

export const adviceJa: Record<string, string> = {
  low_margin:
    "粗利率が 35% より低いときは、1.5〜2% から始め、結果を見て上げるのがよいでしょう。",
  loses_money:
    "特典とギフトの合計が粗利を上回る組み合わせがあります。率かギフトを下げてください。",
  cap_binds:
    "上限が効く組み合わせがあります。率のとおりにはならないことを案内に書いてください。",
  guardrail:
    "二人分の特典とギフトの合計がガードレールを超える組み合わせがあります。率を下げないと、実際の購入で減額されます。",
  legal:
    "紹介された人への特典が、景品の上限を超える組み合わせがあります。自店のポイントかクーポンにするか、額を下げてください。",
  legal_gift:
    "リードのギフトが、最低購入額に対する景品の上限を超えています。ギフトを下げるか、専門家にご相談ください。",
  legal_overflow:
    "上限を超えた分の優待か賞品が、景品の上限を超える組み合わせがあります。価値を下げてください。",
  pays_nothing:
    "特典が端数の切り捨てで 0 になり、支払われない組み合わせがあります。",
};

/** The example that belongs to a warning or an advice, in Japanese. */
export const figuresJa: FiguresWords = {
  where: ({ step, amount, marginClass, isBoost, rate }) =>
    [
      [amount, step].filter(Boolean).join("の"),
      rate && `率 ${rate}`,
      marginClass && `区分「${marginClass}」`,
      isBoost && "キャンペーン期間中",
    ]
      .filter(Boolean)
      .join("、"),
  price: "価格",
  and: (where, says) => `例：${where}では、${says}。`,
  others: (n) => `ほか${n}通りでも同じです。`,
  says: {
    can_lose_money: ({ gross, cost, gifts }) =>
      gifts
        ? `粗利 ${gross}に対し、リード一件分の ${gifts}を含めて費用が ${cost}です`
        : `粗利 ${gross}に対し、費用が ${cost}です`,
    guardrail: ({ cost }) =>
      cost ? `費用が ${cost}です` : "案内した額より少なく支払われます",
    legal_limit: () => "案内した額より少なく支払われます",
    legal_raffle: ({ value, limit }) =>
      `賞品 ${value}が、認められる ${limit}を超えます`,
    raffle_cost: ({ gross, value }) =>
      `残る粗利が ${gross}で、賞品は ${value}です`,
    overflow_withheld: () => "渡されません",
    perk_withheld: () => "渡されません",
    loses_money: ({ cost, gross }) => `費用 ${cost}が粗利 ${gross}を上回ります`,
    cap_binds: ({ paid, raw }) => `${raw}ではなく ${paid}が支払われます`,
    legal: ({ value, limit }) =>
      `${value}が、全員への景品として認められる ${limit}を超えます`,
    legal_gift: ({ value, limit }) =>
      `ギフト ${value}が、認められる ${limit}を超えます`,
    legal_overflow: ({ value, limit }) =>
      `${value}が、認められる ${limit}を超えます`,
    pays_nothing: () => "何も支払われません",
  },
};
