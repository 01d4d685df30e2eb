import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkFor, type ShareMessage, shareUrl } from "./channels.ts";
import { weightedLength } from "./weighted-length.ts";

const ja: ShareMessage = {
  disclosure: "【PR】紹介特典あり",
  text: "よかったら、どうぞ。",
  subject: "お店のご紹介",
  link: "https://ref.shop.example/r/7K9M2QXB",
};
const en: ShareMessage = {
  disclosure: "[Ad] I get a reward too",
  text: "Have a look & see: 10% off?",
  subject: "A shop I like",
  link: "https://ref.shop.example/r/7K9M2QXB",
};

describe("where a button leads", () => {
  test.each([
    [
      "line",
      "phone",
      ja,
      "https://line.me/R/share?text=%E3%80%90PR%E3%80%91%E7%B4%B9%E4%BB%8B%E7%89%B9%E5%85%B8%E3%81%82%E3%82%8A%0A%E3%82%88%E3%81%8B%E3%81%A3%E3%81%9F%E3%82%89%E3%80%81%E3%81%A9%E3%81%86%E3%81%9E%E3%80%82%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dline",
    ],
    [
      "line",
      "desktop",
      en,
      "https://social-plugins.line.me/lineit/share?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dline&text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "x",
      "phone",
      en,
      "https://x.com/intent/tweet?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F&url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dx",
    ],
    [
      "facebook",
      "desktop",
      ja,
      "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dfacebook",
    ],
    [
      "mail",
      "desktop",
      en,
      "mailto:?subject=A%20shop%20I%20like&body=%5BAd%5D%20I%20get%20a%20reward%20too%0D%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0D%0A%0D%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dmail",
    ],
  ] as const)("%s on a %s", (channel, device, message, url) => {
    expect(shareUrl(channel, message, device)).toBe(url);
  });

  test("a channel without a URL answers null, whatever it is called", () => {
    expect(shareUrl("native", ja, "phone")).toBeNull();
    expect(shareUrl("constructor", ja, "phone")).toBeNull();
  });

  test("the channel joins what the link already says", () => {
    expect(linkFor("https://a.example/r/C?to=/x", "line")).toBe(
      "https://a.example/r/C?to=/x&channel=line",
    );
  });
});

test("a post is cut where X would refuse it, and says so", () => {
  const text = "友".repeat(200);
  const post = new URL(shareUrl("x", { ...ja, text }, "phone") ?? "");
  // 280, less 23 for the link, 1 for a space and 19 for the disclosure and its line break, leave 117 and the ellipsis.
  expect(post.searchParams.get("text")).toBe(
    `${ja.disclosure}\n${"友".repeat(117)}…`,
  );
});

test("whatever is written, the disclosure and the link arrive and the channel's limit holds", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 900 }),
    fc.string({
      unit: fc.constantFrom("友", "だ", "👨‍👩‍👧‍👦", "a", "\n"),
      maxLength: 600,
    }),
    fc.constant("\ud83d"),
  );
  fc.assert(
    fc.property(text, (text) => {
      const message = { ...ja, text };
      const post = new URL(shareUrl("x", message, "phone") ?? "");
      const words = post.searchParams.get("text") ?? "";
      expect(words.startsWith(ja.disclosure)).toBe(true);
      expect(weightedLength(words) + 1 + 23).toBeLessThanOrEqual(280);
      const mail = shareUrl("mail", message, "phone") ?? "";
      expect(mail.length).toBeLessThanOrEqual(1_900);
      expect(decodeURIComponent(mail)).toContain(`body=${ja.disclosure}`);
      expect(decodeURIComponent(mail)).toContain("7K9M2QXB?channel=mail");
    }),
    { numRuns: 60 },
  );
});
