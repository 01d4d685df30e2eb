import type { OrderChangeWords } from "./order-changes-en.ts";

/** What a refund or another change would do to an order, in Japanese. */
export const orderChangesJa: OrderChangeWords = {
  preview: {
    title: (order) => `注文 ${order} の返金`,
    refund: (amount, left) => `${amount}の返金。注文の残りは${left}です。`,
    chargeback: (amount, left) =>
      `${amount}のチャージバック。注文の残りは${left}で、今後この注文に特典は付きません。`,
    none: "特典は変わりません。",
    difference: "増減",
    isNew: "新規",
    gives: (amount) => `＋${amount}`,
    overflow: {
      what: {
        raffle: (name, worth) => `抽選券「${name}」（賞品 ${worth}相当）`,
        perk: (name, worth) => `優待「${name}」（${worth}相当）`,
      },
      kept: (what) => `上限を超えた分：${what}はそのままです。`,
      taken: (what) =>
        `上限を超えた分：${what}は取り消されます。すでに渡した場合の回収は、ご自身でお願いします。`,
      given: (what) => `上限を超えた分：${what}が付きます。`,
    },
    takes: (amount) => `−${amount}`,
    leaves: (amount) => `残りは${amount}`,
    voids: "何も残りません",
    paid: "支払い済みです。差し引く分は次の支払いと相殺します。",
    giftOut: "ギフトコードは渡してあり、すでに使われたかもしれません。",
    note: "理由（記録に残ります）",
    doRefund: "返金を記録する",
    doChargeback: "チャージバックを記録する",
    back: "何もせず注文に戻る",
  },
  change: {
    open: "注文が変わった",
    hint: "注文の金額が増減したときに使います。実行する前に、特典への影響を確認できます。空欄の項目はそのままです。",
    amount: (currency) => `新しい合計（返金前、${currency}）`,
    grossProfit: (currency) => `新しい合計の粗利（${currency}）`,
    look: "影響を確認する",
    bad: "新しい合計か粗利、またはその両方を、0以上の金額で入力してください。",
    title: (order) => `注文 ${order} の変更`,
    from: (before, after) =>
      `合計を ${before} から ${after} に変えます（返金前の金額）。`,
    gross: (amount) => `その粗利：${amount}。`,
    brakes:
      "増える分は、現在の上限と予算の範囲内です。支払い済みの特典は増えません。",
    act: "変更を記録する",
    done: "変更を記録し、特典に反映しました。",
  },
};
