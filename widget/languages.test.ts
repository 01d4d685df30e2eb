import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { sayer } from "../sdk/protocol/say.ts";
import { spoken } from "../sdk/protocol/spoken.ts";
import offerJa, { type OfferWords } from "../sdk/protocol/words/offer-ja.ts";
import { languages } from "./languages.ts";
import ja, { type Messages } from "./messages/ja.ts";
import jaDrawers, { type DrawerMessages } from "./messages/ja-drawers.ts";
import type { PartWords } from "./part.ts";
import type { Words } from "./say.ts";
import { sayCount } from "./say-count.ts";

const known = Object.keys(languages.words ?? {});

test.each([
  ["ja", "ja"],
  ["ja-JP", "ja"],
  ["en-GB", "en"],
  ["ko-KR", "ko"],
  ["zh", "zh-Hans"],
  ["zh-CN", "zh-Hans"],
  ["zh-SG", "zh-Hans"],
  ["zh-Hans-HK", "zh-Hans"],
  ["zh-TW", "zh-Hant"],
  ["zh-HK", "zh-Hant"],
  ["zh_mo", "zh-Hant"],
  ["ZH-HANT", "zh-Hant"],
  // Konkani and Javanese begin with the same letters as Korean and Japanese.
  ["kok-IN", undefined],
  ["jav", undefined],
  ["fr-FR", undefined],
  ["constructor", undefined],
  ["", undefined],
])("%j is answered in %s", (tag, language) => {
  expect(spoken(tag, languages.words as PartWords)).toBe(language);
});

/** Forms that a language has beside the others', and that nothing but that language needs. */
const own = /_(zero|one|two|few|many)$|Rate$/;

const parts = globSync("widget/messages/en*.ts").map((file) =>
  basename(file, ".ts").slice(2),
);

test.each(parts)(
  "every language says all of en%s, with the same gaps",
  async (part) => {
    const english = await wordsIn("en", part);
    const gapsOf = (text = "") =>
      [...text.matchAll(/\{\w+\}/g)].join().split(",").sort();
    for (const language of known) {
      const words = await wordsIn(language, part);
      const keys = (words: Words) =>
        Object.keys(words).filter((key) => !own.test(key));
      expect(keys(words), language).toEqual(keys(english));
      for (const key of keys(words) as (keyof Words)[]) {
        expect(words[key]?.trim(), `${language} ${key}`).toBeTruthy();
        expect(gapsOf(words[key]), `${language} ${key}`).toEqual(
          gapsOf(english[key]),
        );
      }
    }
  },
);

test("a language that lacks a word does not compile, so that the build fails", () => {
  const { sendBy, ...lacksShared } = offerJa;
  const { copy, ...lacksOwn } = ja;
  const { qrHint, ...lacksRare } = jaDrawers;
  // @ts-expect-error: a word is missing.
  const shared: OfferWords = lacksShared;
  // @ts-expect-error: a word is missing.
  const own: Messages = lacksOwn;
  // @ts-expect-error: a word is missing.
  const rare: DrawerMessages = lacksRare;
  expect([sendBy, copy, qrHint].every(Boolean)).toBe(true);
  for (const words of [shared, own, rare]) expect(words).toBeTruthy();
});

test("every language has a file for every part, and every file is asked for", () => {
  expect(parts.length).toBeGreaterThan(8);
  const files = globSync("widget/messages/*.ts")
    .map((file) => basename(file))
    .sort();
  expect(files).toEqual(
    known
      .flatMap((language) =>
        parts.map((part) => `${language.toLowerCase()}${part}.ts`),
      )
      .sort(),
  );
  const sources = globSync("widget/**/*.{ts,tsx}")
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  for (const file of files)
    expect(sources).toContain(`import("./messages/${file}")`.slice(9));
});

test("the line that says it is advertising begins with the word for that", async () => {
  const begins = {
    ja: "【PR】",
    en: "[Ad]",
    ko: "[광고]",
    "zh-Hans": "【广告】",
    "zh-Hant": "【廣告】",
  };
  for (const [language, label] of Object.entries(begins)) {
    const { disclosure } = await wordsIn(language, "");
    expect(disclosure?.startsWith(label), language).toBe(true);
  }
});

test("money and numbers are as the language writes them", async () => {
  const told = known.map((language) => sayer(language, {}).money(1234, "JPY"));
  expect(told).toEqual([
    "1,234円",
    "¥1,234",
    "JP¥1,234",
    "1,234日元",
    "1,234 日圓",
  ]);
});

test("one is one and two are two", async () => {
  const say = async (language: string, count: number) =>
    sayCount(
      sayer(language, await wordsIn(language, "-dialog")),
      "newsCount",
      count,
    );
  expect(await say("en", 1)).toBe("1 new reward");
  expect(await say("en", 2)).toBe("2 new rewards");
  expect(await say("ko", 1)).toBe("새 소식 1건");
});

async function wordsIn(language: string, part: string): Promise<Words> {
  const { default: words } = await import(
    `./messages/${language.toLowerCase()}${part}.ts`
  );
  return words;
}
