import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { eventually } from "../tests/eventually.ts";
import { offer } from "./testing/fixtures.ts";
import { find, findText, openShop, tokenOf } from "./testing/page.ts";

const referral = { code: "7K9M2QXB", offer, from: null };

test("whoever was not referred sees nothing, and no space is taken", async () => {
  const shop = openShop();
  const welcome = shop.show("welcome");
  await find(welcome, "[role=status]");
  expect(welcome.offsetHeight).toBe(0);
  expect(shop.calls).toEqual([]);
});

test("a friend sees what they get and the code for later", async () => {
  const welcome = openShop({ referral }).show("welcome");
  const shown = await findText(welcome, "お友だちからのご紹介です");
  expect(shown).toContain("300円分のギフト");
  expect(shown).toContain("7K9M2QXB");
});

test("the sender is named where they chose a name", async () => {
  const named = { ...referral, from: "はなこ" };
  await findText(
    openShop({ referral: named }).show("welcome", { locale: "en" }),
    "はなこ invited you",
  );
});

test("a referral that comes later is shown then", async () => {
  const shop = openShop();
  const welcome = shop.show("welcome");
  await find(welcome, "[role=status]");
  shop.referral = referral;
  document.dispatchEvent(
    new CustomEvent("enishi:referral", { detail: { code: referral.code } }),
  );
  await findText(welcome, "7K9M2QXB");
  await eventually(() => expect(shop.told[0]?.[0]).toBe("view"));
});

test("members who open their own link are told so kindly", async () => {
  const shop = openShop({ referral });
  shop.context = { ...shop.context, token: tokenOf("hanako") };
  await find(shop.show("share"), "h2");
  await findText(shop.show("welcome"), "これはあなたの紹介リンクです");
});

test("who turns out to be a member only later is told so then", async () => {
  const shop = openShop({ referral });
  shop.context = { ...shop.context, token: tokenOf("hanako") };
  const welcome = shop.show("welcome");
  await findText(welcome, "お友だちからのご紹介です");
  shop.show("share");
  await findText(welcome, "これはあなたの紹介リンクです");
});

test("somebody else on the same device is a friend", async () => {
  const hanako = openShop();
  await find(hanako.show("share", { token: tokenOf("hanako") }), "h2");
  const taro = openShop({ referral });
  taro.context = { ...taro.context, token: tokenOf("taro") };
  await findText(taro.show("welcome"), "お友だちからのご紹介です");
});

test("a typed code is normalised, checked and posted by the shop's form", async () => {
  const shop = openShop({
    check: { valid: true, code: "7K9M2QXB", offer, from: null },
  });
  const form = document.createElement("form");
  document.body.append(form);
  const field = shop.show("code");
  form.append(field);
  const input = await find<HTMLInputElement>(field, "input");
  await userEvent.fill(input, "７ｋ９ｍ−２ｑｘｂ");
  await findText(
    field,
    "ご利用いただけます。購入金額の1.2%分のポイント（上限20,000円）をお贈りします。",
  );
  expect(shop.called("POST /v1/codes/check")[0]?.body).toEqual({
    site: "pk_test",
    code: "7K9M2QXB",
  });
  expect(new FormData(form).get("enishi_code")).toBe("7K9M2QXB");
  expect(field.value).toBe("7K9M2QXB");
});

test("a code that cannot count is explained and not posted", async () => {
  const shop = openShop({ check: { valid: false, because: "self_referral" } });
  const field = shop.show("code");
  const input = await find<HTMLInputElement>(field, "input");
  await userEvent.fill(input, "7K9M2QXB");
  await findText(
    field,
    "ご自身のリンクやコード、またはご自身と同じブラウザでのお申し込みは対象になりません。",
  );
  expect(field.value).toBe("");
  expect(input.getAttribute("aria-invalid")).toBe("true");
});

test("what is not shaped like a code is explained without asking", async () => {
  const shop = openShop();
  const field = shop.show("code", { locale: "en" });
  await userEvent.fill(await find(field, "input"), "!?");
  await userEvent.tab();
  await findText(field, "4 to 20 letters and digits");
  expect(shop.called("POST /v1/codes/check")).toEqual([]);
});

test("an order is not held up where the code cannot be checked", async () => {
  const field = openShop().show("code");
  await userEvent.fill(await find(field, "input"), "7K9M2QXB");
  await findText(field, "このままご注文いただけます。");
  expect(field.value).toBe("7K9M2QXB");
});

test("the code is filled in for whoever was referred", async () => {
  const shop = openShop({
    referral,
    check: { valid: true, code: "7K9M2QXB", offer, from: "はなこ" },
  });
  const field = shop.show("code", { name: "coupon" });
  await findText(field, "はなこさんの紹介コードです。");
  expect(field.querySelector("input")?.name).toBe("coupon");
});

test("where a purchase brings nothing, what does is named with its occasion", async () => {
  const steps = offer.steps.filter(({ on }) => on === "lead");
  const shop = openShop({
    check: {
      valid: true,
      code: "7K9M2QXB",
      offer: { ...offer, steps },
      from: null,
    },
  });
  const field = shop.show("code");
  await userEvent.fill(await find(field, "input"), "7K9M2QXB");
  await findText(field, "資料請求・登録で、300円分のギフトがもらえます。");
});

test.each([
  "https://ref.shop.example/r/7K9M2QXB?channel=line&openExternalBrowser=1",
  "https://shop.example/?utm_source=x&via=7K9M2QXB&ec=abcdef",
  "紹介コード：７Ｋ９Ｍ−２ＱＸＢ",
])("of what was pasted the code stays, %s", async (pasted) => {
  const shop = openShop({
    check: { valid: true, code: "7K9M2QXB", offer, from: null },
  });
  const field = shop.show("code");
  const input = await find<HTMLInputElement>(field, "input");
  await userEvent.fill(input, pasted);
  await findText(field, "ご利用いただけます。");
  expect(input.value).toBe("7K9M2QXB");
  expect(field.value).toBe("7K9M2QXB");
});

test.each([
  ["7K9M2QX", "Most have 8 letters and digits; this one has 7."],
  ["7K9M2QXBB", "this one has 9."],
  ["7K9M2OXB", "Most have no O:"],
  ["7K9M2XQB", "have two changed places?"],
  ["HANAKOSSHOP", "Is a letter mistyped"],
])("a slip in %s is pointed out kindly", async (typed, words) => {
  const shop = openShop({ check: { valid: false, because: "unknown_code" } });
  const field = shop.show("code", { locale: "en" });
  await userEvent.fill(await find(field, "input"), typed);
  await findText(field, words);
});

test("the terms are a link away from the gift", async () => {
  const welcome = openShop({ referral }).show("welcome");
  const terms = await find<HTMLAnchorElement>(welcome, "[part=terms]");
  expect(terms.href).toBe("https://shop.example/terms");
});
