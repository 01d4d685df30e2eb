import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { eventually } from "../tests/eventually.ts";
import { dispute, friend, me, receipt, reward } from "./testing/fixtures.ts";
import { find, findText, openShop, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");
/** Where one says that a friend is missing. */
const missing = ".progress > div";
const submit = "[part=dispute-button]";
const inDecember = Date.UTC(2099, 11, 21, 3);

test.each([
  ["ja", "link", "2099年11月18日に、お友だちがあなたのリンクを開かれました。"],
  ["ja", "code", "2099年11月18日に、お友だちがあなたのコードを使われました。"],
  ["ja", "earlier", "2099年11月18日のご紹介から引き続き"],
  ["ja", "hand", "お店が、あなたのご紹介として記録しました"],
  ["en", "link", "Your friend opened your link on November 18, 2099."],
  ["en", "code", "Your friend used your code on November 18, 2099."],
  ["en", "earlier", "since you referred them on November 18, 2099."],
  ["en", "hand", "The shop recorded this as your referral"],
] as const)(
  "a friend's receipt says by what they were recognised, %s, %s",
  async (locale, by, words) => {
    const friends = [friend({ receipt: receipt({ by }) })];
    const shop = openShop({ me: me({ friends }) });
    const progress = shop.show("progress", { token, locale });
    await open(progress, "[part=friends] li");
    await findText(progress, words);
  },
);

test("a receipt says until when something waits, and what took a part of it", async () => {
  const cappedBy = ["cap_fixed", "cap_of_gross", "legal", "of_another_time"];
  const wait = { because: "hold_period", until: inDecember } as const;
  const shop = openShop({
    me: me({
      friends: [friend({ receipt: receipt(wait) })],
      rewards: [
        reward({
          to: "friend",
          state: "pending",
          because: "hold_period",
          confirmableAt: inDecember,
          receipt: receipt({ ...wait, cappedBy }),
        }),
      ],
    }),
  });
  const progress = shop.show("progress", { token, locale: "en" });
  const friends = await open(progress, "[part=friends] li");
  expect(friends).toContain("This counts as your referral.");
  expect(friends).toContain("To be confirmed from December 21, 2099.");
  const rewards = await open(progress, "[part=rewards] li");
  expect(rewards).toContain("You opened a friend's link on November 18, 2099.");
  expect(rewards.split("the most that one reward can be")).toHaveLength(2);
  expect(rewards).toContain("the most that the law allows");
  expect(rewards).toContain("the most that the programme allows");
  expect(rewards).not.toContain("gross");
});

test.each([
  ["ja", "お店が内容を確認しています。"],
  ["en", "The shop is checking this"],
])("a hold accuses nobody, %s", async (locale, words) => {
  const rewards = [reward({ state: "pending", because: "fraud_hold" })];
  const shop = openShop({ me: me({ rewards }) });
  const shown = await findText(shop.show("progress", { token, locale }), words);
  expect(shown).not.toMatch(/不正|fraud/i);
});

test("a reward taken back by hand says the shop's own words", async () => {
  const note = "The order was for our own staff.";
  const rewards = [reward({ state: "void", receipt: receipt({ note }) })];
  const shop = openShop({ me: me({ rewards }) });
  const progress = shop.show("progress", { token, locale: "en" });
  expect(await open(progress, "[part=rewards] li")).toContain(
    `The shop: ${note}`,
  );
});

test("this is wrong: by keyboard, about this reward, once while it is open", async () => {
  const shop = openShop({
    me: me({ rewards: [reward({ receipt: receipt() })] }),
  });
  const progress = shop.show("progress", { token });
  await find(progress, "[part=rewards] summary");
  focused(progress, "[part=rewards] summary");
  await userEvent.keyboard("{Enter}");
  const form = await find(progress, "[part=rewards] [part=dispute]");
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  await find(progress, "[part=rewards] textarea");
  await userEvent.tab();
  await userEvent.keyboard(" 買ってもらいました。 ");
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  const shown = await findText(progress, "お店に届いています。");
  expect(shown).toContain("あなたから：買ってもらいました。");
  expect(shop.called("POST /v1/me/disputes").map(({ body }) => body)).toEqual([
    { about: "rwd_1", message: "買ってもらいました。" },
  ]);
  expect(shop.called("POST /v1/me/disputes")[0]?.init.headers).toEqual({
    Authorization: "Bearer member-token",
  });
  expect(form.isConnected).toBe(false);
  await eventually(() =>
    expect(progress.shadowRoot?.activeElement?.textContent).toContain(
      "お店に届いています。",
    ),
  );
});

test("a friend who is missing is about nothing that is listed", async () => {
  const shop = openShop();
  const progress = shop.show("progress", { token, locale: "en" });
  await write(progress, "My sister, on Sunday.");
  await findText(progress, "The shop has your message.");
  expect(shop.called("POST /v1/me/disputes")[0]?.body).toEqual({
    about: null,
    message: "My sister, on Sunday.",
  });
});

test("an empty message is not sent, and no message is too long", async () => {
  const shop = openShop();
  const progress = shop.show("progress", { token });
  await write(progress, "   ");
  await findText(progress, "内容をご記入ください。");
  const field = await find<HTMLTextAreaElement>(progress, "textarea");
  expect(field.maxLength).toBe(1_000);
  expect(field.required).toBe(true);
  expect(shop.called("POST /v1/me/disputes")).toEqual([]);
});

test.each([
  [null, "つながりませんでした。"],
  [429, "少し時間をおいてお送りください。"],
  [500, "送れませんでした。"],
])("what was written stays where sending fails (%s)", async (status, words) => {
  const shop = openShop({ dispute: status });
  const progress = shop.show("progress", { token });
  await write(progress, "日曜日に紹介しました。");
  await findText(progress, words);
  const field = await find<HTMLTextAreaElement>(progress, "textarea");
  expect(field.value).toBe("日曜日に紹介しました。");
  shop.dispute = 201;
  (await find(progress, submit)).click();
  await findText(progress, "お店に届いています。");
});

test("a second press while it is being sent sends nothing", async () => {
  const shop = openShop();
  const { promise, resolve } = Promise.withResolvers<void>();
  const { fetch } = shop;
  shop.fetch = async (...call) => {
    if (String(call[0]).endsWith("/disputes")) await promise;
    return fetch(...call);
  };
  const progress = shop.show("progress", { token });
  await write(progress, "日曜日に紹介しました。");
  await findText(progress, "送っています…");
  (await find(progress, submit)).click();
  resolve();
  await findText(progress, "お店に届いています。");
  expect(shop.called("POST /v1/me/disputes")).toHaveLength(1);
});

test("the shop's answer and its decision stand beside the record", async () => {
  const disputes = [
    dispute({
      about: "rwd_1",
      message: "返品していません。",
      state: "upheld",
      answer: "手違いでした。",
      answeredAt: inDecember,
    }),
    dispute({
      id: "dsp_2",
      about: "ref_1",
      message: "はじめてのはずです。",
      state: "declined",
      answer: "昨年のご注文がありました。",
      answeredAt: inDecember,
    }),
    dispute({ id: "dsp_3", about: "rwd_unlisted", message: "以前の件です。" }),
  ];
  const rewards = [
    reward({ state: "void", because: "refunded", receipt: receipt() }),
  ];
  const shop = openShop({ me: me({ rewards, friends: [friend()], disputes }) });
  const progress = shop.show("progress", { token });
  const upheld = await open(progress, "[part=rewards] li");
  expect(upheld).toContain("お店からお返事があります。");
  expect(upheld).toContain("ご連絡のとおりでした。");
  expect(upheld).toContain("お店から：手違いでした。");
  expect(upheld).toContain("もう一度お店に伝える");
  const declined = await open(progress, "[part=friends] li");
  expect(declined).toContain("記録はこのままとなりました。");
  expect(declined).toContain("2099年12月21日");
  // Of a record that is no longer listed; another friend may be missing all the same.
  const others = await open(progress, missing);
  expect(others).toContain("あなたから：以前の件です。");
  await find(progress, submit);
});

test("an older collector's friends, without id or receipt, are still listed", async () => {
  const friends = [
    { label: "1", stage: "lead", because: null, at: inDecember },
  ];
  const shop = openShop({ me: me({ friends }) });
  const progress = shop.show("progress", { token });
  const shown = await open(progress, "[part=friends] li");
  expect(shown).toContain("お友だち 1");
  expect(shown).not.toContain("この記録は違う");
});

test.each(["ja", "en"])("everything fits on 320 pixels, %s", async (locale) => {
  await page.viewport(320, 900);
  const shop = openShop({
    me: me({
      totals: {
        pendingMinor: 123_456_789,
        confirmedMinor: 0,
        paidMinor: 123_456_789_012,
        currency: "JPY",
      },
      friends: [friend()],
      rewards: [
        reward({
          amountMinor: 123_456_789,
          giftCode: "GIFT-7Q2K-9XPD-41LM-8WZN-3RTY",
          giftUrl: "https://gift.example/",
          receipt: receipt({ cappedBy: ["guardrail"] }),
        }),
      ],
      disputes: [dispute({ about: "ref_1", message: "x".repeat(200) })],
    }),
  });
  for (const surface of ["progress", "reward"]) {
    const element = shop.show(surface, { token, locale });
    await find(element, "h2");
    openDrawers(element);
    if (surface === "progress") {
      await find(element, "[part=gift-code]");
      openDrawers(element);
      await find(element, "textarea");
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBe(clientWidth);
  }
});

/** Opens a row and answers its words. */
async function open(element: Element, selector: string): Promise<string> {
  const details = await find<HTMLDetailsElement>(
    element,
    `${selector} > details`,
  );
  details.open = true;
  await find(element, `${selector} .receipt`);
  return details.textContent;
}

/** Writes of a missing friend, and sends it. */
async function write(element: Element, message: string): Promise<void> {
  await open(element, missing);
  await userEvent.fill(await find(element, "textarea"), message);
  await userEvent.click(await find(element, submit));
}

function openDrawers(element: Element): void {
  const drawers = element.shadowRoot?.querySelectorAll("details") ?? [];
  for (const drawer of drawers) drawer.open = true;
}

function focused(element: Element, selector: string): void {
  element.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
}
