import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Device } from "../sdk/protocol/channels.ts";
import {
  linkFor,
  type ShareMessage,
  sending,
} from "../sdk/protocol/share-message.ts";
import { weightedLength } from "../sdk/protocol/weighted-length.ts";
import { allChannels, channelsOf } from "./more-channels.tsx";
import { program } from "./testing/fixtures.ts";

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

const tableOf = (list: string[], logoUrl: string | null = null) =>
  channelsOf({ channels: list, program: { ...program, logoUrl } });
const table = tableOf([], "https://shop.example/logo.png");
const shareUrl = (name: string, message: ShareMessage, device: Device) =>
  sending(name, message, device, table)?.url ?? null;

describe("where a button leads", () => {
  test.each<[string, Device, string]>([
    [
      "line",
      "Android",
      "https://line.me/R/share?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dline%26openExternalBrowser%3D1",
    ],
    [
      "line",
      "Mac",
      "https://line.me/R/share?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dline%26openExternalBrowser%3D1",
    ],
    [
      "line",
      "desktop",
      "https://social-plugins.line.me/lineit/share?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dline%26openExternalBrowser%3D1&text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "x",
      "Android",
      "https://x.com/intent/tweet?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F&url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dx",
    ],
    [
      "x",
      "Mac",
      "https://x.com/intent/tweet?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F&url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dx",
    ],
    [
      "x",
      "desktop",
      "https://x.com/intent/tweet?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F&url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dx",
    ],
    [
      "whatsapp",
      "Android",
      "https://wa.me/?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dwhatsapp",
    ],
    [
      "whatsapp",
      "Mac",
      "https://wa.me/?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dwhatsapp",
    ],
    [
      "whatsapp",
      "desktop",
      "https://wa.me/?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dwhatsapp",
    ],
    [
      "facebook",
      "Android",
      "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dfacebook",
    ],
    [
      "facebook",
      "Mac",
      "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dfacebook",
    ],
    [
      "facebook",
      "desktop",
      "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dfacebook",
    ],
    [
      "threads",
      "Android",
      "https://www.threads.com/intent/post?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F&url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dthreads",
    ],
    [
      "threads",
      "Mac",
      "https://www.threads.com/intent/post?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F&url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dthreads",
    ],
    [
      "threads",
      "desktop",
      "https://www.threads.com/intent/post?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F&url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dthreads",
    ],
    [
      "bluesky",
      "Android",
      "https://bsky.app/intent/compose?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dbluesky",
    ],
    [
      "bluesky",
      "Mac",
      "https://bsky.app/intent/compose?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dbluesky",
    ],
    [
      "bluesky",
      "desktop",
      "https://bsky.app/intent/compose?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dbluesky",
    ],
    [
      "mastodon",
      "Android",
      "https://share.joinmastodon.org/?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dmastodon",
    ],
    [
      "mastodon",
      "Mac",
      "https://share.joinmastodon.org/?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dmastodon",
    ],
    [
      "mastodon",
      "desktop",
      "https://share.joinmastodon.org/?text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dmastodon",
    ],
    [
      "telegram",
      "Android",
      "https://t.me/share/url?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dtelegram&text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "telegram",
      "Mac",
      "https://t.me/share/url?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dtelegram&text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "telegram",
      "desktop",
      "https://t.me/share/url?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dtelegram&text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "hatena",
      "Android",
      "https://b.hatena.ne.jp/entry/panel/?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dhatena&btitle=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "hatena",
      "Mac",
      "https://b.hatena.ne.jp/entry/panel/?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dhatena&btitle=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "hatena",
      "desktop",
      "https://b.hatena.ne.jp/entry/panel/?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dhatena&btitle=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "note",
      "Android",
      "https://note.com/intent/post?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dnote&text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "note",
      "Mac",
      "https://note.com/intent/post?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dnote&text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "note",
      "desktop",
      "https://note.com/intent/post?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dnote&text=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "linkedin",
      "Android",
      "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dlinkedin",
    ],
    [
      "linkedin",
      "Mac",
      "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dlinkedin",
    ],
    [
      "linkedin",
      "desktop",
      "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dlinkedin",
    ],
    [
      "reddit",
      "Android",
      "https://www.reddit.com/submit?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dreddit&title=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "reddit",
      "Mac",
      "https://www.reddit.com/submit?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dreddit&title=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "reddit",
      "desktop",
      "https://www.reddit.com/submit?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dreddit&title=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "pinterest",
      "Android",
      "https://pinterest.com/pin/create/button/?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dpinterest&description=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F&media=https%3A%2F%2Fshop.example%2Flogo.png",
    ],
    [
      "pinterest",
      "Mac",
      "https://pinterest.com/pin/create/button/?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dpinterest&description=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F&media=https%3A%2F%2Fshop.example%2Flogo.png",
    ],
    [
      "pinterest",
      "desktop",
      "https://pinterest.com/pin/create/button/?url=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dpinterest&description=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F&media=https%3A%2F%2Fshop.example%2Flogo.png",
    ],
    [
      "sms",
      "Android",
      "sms:?body=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dsms",
    ],
    [
      "sms",
      "Mac",
      "sms:&body=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dsms",
    ],
    [
      "teams",
      "desktop",
      "https://teams.microsoft.com/share?href=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dteams&msgText=%5BAd%5D%20I%20get%20a%20reward%20too%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F",
    ],
    [
      "mail",
      "Android",
      "mailto:?subject=A%20shop%20I%20like&body=%5BAd%5D%20I%20get%20a%20reward%20too%0D%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0D%0A%0D%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dmail",
    ],
    [
      "mail",
      "Mac",
      "mailto:?subject=A%20shop%20I%20like&body=%5BAd%5D%20I%20get%20a%20reward%20too%0D%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0D%0A%0D%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dmail",
    ],
    [
      "mail",
      "desktop",
      "mailto:?subject=A%20shop%20I%20like&body=%5BAd%5D%20I%20get%20a%20reward%20too%0D%0AHave%20a%20look%20%26%20see%3A%2010%25%20off%3F%0D%0A%0D%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dmail",
    ],
  ])("%s, %s", (channel, device, url) => {
    expect(shareUrl(channel, en, device)).toBe(url);
  });

  test("Japanese is encoded as UTF-8", () => {
    expect(shareUrl("line", ja, "Android")).toBe(
      "https://line.me/R/share?text=%E3%80%90PR%E3%80%91%E7%B4%B9%E4%BB%8B%E7%89%B9%E5%85%B8%E3%81%82%E3%82%8A%0A%E3%82%88%E3%81%8B%E3%81%A3%E3%81%9F%E3%82%89%E3%80%81%E3%81%A9%E3%81%86%E3%81%9E%E3%80%82%0Ahttps%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3Dline%26openExternalBrowser%3D1",
    );
  });

  test.each<[string, Device]>([
    ["sms", "desktop"],
    ["teams", "Android"],
    ["teams", "Mac"],
    ["native", "Mac"],
    ["instagram", "Mac"],
    ["more", "desktop"],
    ["messenger", "Android"],
    ["constructor", "Android"],
    ["__proto__", "Android"],
  ])("%s leads nowhere, %s", (channel, device) => {
    expect(shareUrl(channel, ja, device)).toBeNull();
  });

  test("without a picture there is nothing to pin", () => {
    expect("pinterest" in tableOf([])).toBe(false);
    expect("pinterest" in table).toBe(true);
  });

  test("the channel joins what the link already says", () => {
    expect(linkFor("https://a.example/r/C?to=/x", "line")).toBe(
      "https://a.example/r/C?to=/x&channel=line&openExternalBrowser=1",
    );
  });
});

describe("an owner's own channel", () => {
  const urlOf = (entry: string, name: string) =>
    sending(name, en, "desktop", tableOf([entry]))?.url ?? null;

  test("is a name and a template", () => {
    expect(
      urlOf("カカオ=https://story.example/share?u={link}&t={text}", "カカオ"),
    ).toBe(
      `https://story.example/share?u=https%3A%2F%2Fref.shop.example%2Fr%2F7K9M2QXB%3Fchannel%3D%25E3%2582%25AB%25E3%2582%25AB%25E3%2582%25AA&t=${encodeURIComponent(`${en.disclosure}\n${en.text}`)}`,
    );
  });

  test.each([
    ["http only", "A=http://a.example/{link}"],
    ["a script", "A=javascript:alert(1)//https://{link}"],
    ["no link", "A=https://a.example/?t={text}"],
    ["no name", "=https://a.example/{link}"],
    [
      "a name too long for the collector",
      `${"A".repeat(41)}=https://a.example/{link}`,
    ],
  ])("is left out: %s", (_, entry) => {
    expect(urlOf(entry, entry.split("=")[0] ?? "")).toBeNull();
  });
});

test("a post is cut where X would refuse it, and says so", () => {
  const text = "友".repeat(200);
  const post = new URL(shareUrl("x", { ...ja, text }, "Mac") ?? "");
  // 280, less 23 for the link, 1 for a space and 19 for the disclosure and its line break, leave 118 with the ellipsis.
  expect(post.searchParams.get("text")).toBe(
    `${ja.disclosure}\n${"友".repeat(117)}…`,
  );
});

const limited = Object.keys(allChannels).filter(
  (name) => allChannels[name]?.max,
);

test("the networks with a limit are these", () => {
  expect(limited).toEqual([
    "x",
    "mail",
    "threads",
    "bluesky",
    "mastodon",
    "reddit",
    "pinterest",
  ]);
});

test.each(limited)(
  "whatever is written, %s gets the disclosure and the link, within its limit",
  (name) => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 900 }),
      fc.string({
        unit: fc.constantFrom("友", "だ", "👨‍👩‍👧‍👦", "a", "\n"),
        maxLength: 600,
      }),
      fc.constant("\ud83d"),
    );
    const { max = 0, size } = allChannels[name] ?? {};
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<Device>("Android", "Mac", "desktop"),
        (text, device) => {
          const message = { ...ja, text };
          const sent = sending(name, message, device, table);
          expect(sent?.words.startsWith(ja.disclosure)).toBe(true);
          const { words = "", url = "" } = sent ?? {};
          const link = linkFor(ja.link, name);
          expect(size?.(words, link, url)).toBeLessThanOrEqual(max);
          expect(url).toContain(encodeURIComponent(ja.disclosure));
          expect(url).toContain(encodeURIComponent(link));
        },
      ),
      { numRuns: 40 },
    );
  },
);

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 700 }),
  fc.constantFrom("", "\ud83d", "%0A", "\n\n", "{link}{text}", "$&$1"),
);
const takesText = Object.keys(table).filter((name) =>
  /\{(text|message|body)\}/.test(
    `${table[name]?.url}${table[name]?.desktop}${table[name]?.Android}`,
  ),
);

test("all but Facebook, LinkedIn and what has no address take a text", () => {
  expect(
    Object.keys(table).filter((name) => !takesText.includes(name)),
  ).toEqual(["facebook", "native", "more", "linkedin", "instagram"]);
});

test.each(takesText)(
  "whatever the disclosure and the words are, %s gets the disclosure whole and first",
  (name) => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
        texts,
        fc.constantFrom<Device>("Android", "Mac", "desktop"),
        (line, text, device) => {
          const disclosure = `【PR】${line.trim()}`;
          const sent = sending(
            name,
            { ...ja, disclosure, text },
            device,
            table,
          );
          if (!sent) return;
          expect(sent.words.startsWith(disclosure)).toBe(true);
          expect(sent.url.replaceAll("%0D%0A", "%0A")).toContain(
            `=${encodeURIComponent(disclosure.replaceAll("\r\n", "\n"))}`,
          );
        },
      ),
      { numRuns: 30 },
    );
  },
);

test("no more is cut than has to be", () => {
  for (const length of [0, 1, 117, 118, 119, 500]) {
    const text = "友".repeat(length);
    const { words = "" } =
      sending("x", { ...ja, text }, "Android", table) ?? {};
    const weight = weightedLength(words) + 24;
    if (words.endsWith("…")) expect(weight).toBeGreaterThan(278);
    else expect(words.endsWith(text)).toBe(true);
    expect(weight).toBeLessThanOrEqual(280);
  }
});

test("X counts no more than is counted here", () => {
  const text = "👨‍👩‍👧‍👦".repeat(40);
  const { words = "" } = sending("x", { ...ja, text }, "Mac", table) ?? {};
  expect(weightedLength(words) + 24).toBeLessThanOrEqual(280);
});
