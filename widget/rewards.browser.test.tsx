import { expect, test } from "vitest";
import { reasons } from "../sdk/protocol/reasons.ts";
import { eventually } from "../tests/eventually.ts";
import { me, program, reward } from "./testing/fixtures.ts";
import { find, findText, openShop, textOf, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");
const inDecember = Date.UTC(2099, 11, 21, 3);

test("a pending reward says why, when, and what comes next", async () => {
  const shop = openShop({ me: me({ rewards: [reward()] }) });
  const shown = await findText(
    shop.show("reward", { token }),
    "300円分のギフトが確定しました",
  );
  expect(shown).toContain(
    "お友だちが、あなたの紹介で資料請求・登録をされました。",
  );
  expect(shown).toContain(
    "お友だちのご購入で、あなたに購入金額の1.2%分のポイント（上限20,000円）。",
  );
});

test("a friend's own reward invites them to share in turn", async () => {
  const rewards = [
    reward({
      to: "friend",
      on: "sale",
      kind: "points",
      amountMinor: 1200,
      state: "pending",
      because: "hold_period",
      confirmableAt: inDecember,
    }),
  ];
  const shop = openShop({ me: me({ rewards }) });
  const shown = await findText(
    shop.show("reward", { token, locale: "en" }),
    "¥1,200 in points is on its way",
  );
  expect(shown).toContain("Thank you for buying through a friend's link.");
  expect(shown).toContain("To be confirmed from December 21, 2099.");
  expect(shown).toContain("Now it is your turn to invite a friend.");
});

test("a pending reward is promised naturally in Japanese", async () => {
  const pending = reward({
    kind: "points",
    amountMinor: 1200,
    state: "pending",
  });
  const shop = openShop({ me: me({ rewards: [pending] }) });
  await findText(
    shop.show("reward", { token }),
    "1,200円分のポイントがもらえる予定です",
  );
});

test("every reason has words in every language", async () => {
  for (const locale of ["ja", "en"]) {
    const rewards = reasons.map((because, index) =>
      reward({ id: `rwd_${index}`, state: "void", because, seen: true }),
    );
    const shop = openShop({ me: me({ rewards }) });
    const progress = shop.show("progress", { token, locale });
    await find(progress, "ul");
    const said =
      progress.shadowRoot?.querySelectorAll("[part=rewards] summary > .hint") ??
      [];
    const words = new Set(
      [...said].map((one) => one.textContent.split(" · ")[1]?.trim()),
    );
    expect(words.size).toBe(reasons.length);
    expect(words.has(undefined)).toBe(false);
  }
});

test("without rewards the screen says how one comes", async () => {
  await findText(
    openShop().show("reward", { token }),
    "特典は、まだありません",
  );
});

test("progress shows totals, friends without identity, and rewards", async () => {
  const shop = openShop({
    me: me({
      rewards: [reward({ seen: true })],
      friends: [
        { label: "1", stage: "sale", because: null, at: inDecember },
        {
          label: "2",
          stage: "lead",
          because: "existing_customer",
          at: inDecember,
        },
      ],
    }),
  });
  const progress = shop.show("progress", { token });
  const shown = await findText(progress, "1,200円");
  for (const text of [
    "お友だち 1",
    "すでにご利用のある方は対象になりません。",
    "2099年12月21日",
    "300円分のギフト",
  ]) {
    expect(shown).toContain(text);
  }
});

test("a reward that was taken back says what it had been", async () => {
  const gone = {
    amountMinor: 0,
    voidedMinor: 1_200,
    because: "refunded",
  } as const;
  const shop = openShop({
    me: me({
      rewards: [reward({ ...gone, kind: "points", state: "void", seen: true })],
    }),
  });
  const progress = shop.show("progress", { token });
  await findText(progress, "1,200円分のポイント");
});

test("a reward of nothing promises nothing, and other currencies have their sums", async () => {
  const gone = { amountMinor: 0, because: "limit_reached" } as const;
  const usd = { currency: "USD", pendingMinor: 500, confirmedMinor: 0 };
  const { totals } = me();
  const shop = openShop({
    me: me({
      totals: { ...totals, others: [{ ...usd, paidMinor: 0 }] },
      rewards: [reward({ ...gone, kind: "gift", state: "void", seen: true })],
    }),
  });
  const progress = shop.show("progress", { token });
  await findText(progress, "5米ドル");
  const shown = (await find(progress, "[part=rewards]")).textContent;
  expect(shown).toContain("特典");
  expect(shown).not.toContain("0円分のギフト");
});

test("the name that friends see is the member's own choice", async () => {
  const shop = openShop();
  const progress = shop.show("progress", { token });
  (await find(progress, "[part=name] summary")).click();
  (await find<HTMLInputElement>(progress, "[name=name]")).value = " はなこ ";
  (await find(progress, "[name=name]")).closest("form")?.requestSubmit();
  await findText(progress, "保存しました");
  expect(shop.called("PATCH /v1/me")[0]?.body).toEqual({
    publicName: "はなこ",
  });
});

test("the share screen leads to progress and back by keyboard", async () => {
  const shop = openShop({ me: me({ program: { ...program } }) });
  const share = shop.show("share", { token });
  (await find(share, "button.plain")).click();
  await findText(share, "紹介したお友だち");
  await eventually(() =>
    expect(share.shadowRoot?.activeElement?.textContent).toBe("紹介の状況"),
  );
  (await find(share, "button.plain")).click();
  await find(share, "input[part=code]");
  expect(textOf(share)).not.toContain("紹介したお友だち");
});
