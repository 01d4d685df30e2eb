import { expect, test } from "vitest";
import { me, offer } from "./testing/fixtures.ts";
import { find, findText, openShop, textOf, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");
const referral = { code: "7K9M2QXB", offer, from: null };

test.each([
  ["share", "ja", "テストサイト：ここでの操作は実績になりません"],
  ["reward", "ja", "テストサイト"],
  ["progress", "en", "Test site: nothing here counts"],
])("a test site says so to members, %s, %s", async (surface, locale, words) => {
  const shop = openShop({ me: me({ test: true }) });
  const element = shop.show(surface, { token, locale });
  await findText(element, words);
  expect((await find(element, "[part=test]")).checkVisibility()).toBe(true);
});

test.each(["share", "welcome", "code"])(
  "a test site says so before anybody has joined, %s",
  async (surface) => {
    const shop = openShop({ isTest: true, referral });
    const element = shop.show(surface, { locale: "en" });
    await findText(element, "Test site: nothing here counts");
  },
);

test("other sites say nothing of it", async () => {
  const element = openShop().show("share", { token });
  await find(element, "h2");
  expect(textOf(element)).not.toContain("テスト");
  expect(element.shadowRoot?.querySelector("[part=test]")).toBeNull();
});
