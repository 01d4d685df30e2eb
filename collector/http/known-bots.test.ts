import { expect, test } from "vitest";
import { isBot, isPrefetch, isPreviewBot } from "./known-bots.ts";

test.each([
  "facebookexternalhit/1.1;line-poker/1.0",
  "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
  "Twitterbot/1.0",
  "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
  "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
  "WhatsApp/2.23.20.0",
  "TelegramBot (like TwitterBot)",
  "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
])("%s gets a preview", (userAgent) => {
  expect(isPreviewBot(userAgent)).toBe(true);
});

test.each([
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.19.0",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/480.0.0]",
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36 Instagram 350.0",
  "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/99.0 Mobile Safari/537.36",
])("a person reading in %s is no bot", (userAgent) => {
  expect(isBot(userAgent)).toBe(false);
  expect(isPreviewBot(userAgent)).toBe(false);
});

test("programs that name themselves are bots", () => {
  for (const name of ["Go-http-client/2.0", "UptimeRobot/2.0", "AhrefsBot/7.0"])
    expect(isBot(name)).toBe(true);
  expect(isBot(undefined)).toBe(false);
});

test("a shop's own test of a link is no bot", () => {
  expect(isBot("node")).toBe(false);
  expect(isBot("curl/8.5.0")).toBe(false);
  expect(
    isBot("Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0.0.0"),
  ).toBe(false);
});

test("a browser that looks ahead says so in one of four headers", () => {
  const of = (headers: Record<string, string>) =>
    isPrefetch((name) => headers[name]);
  expect(of({ "sec-purpose": "prefetch;prerender" })).toBe(true);
  expect(of({ purpose: "prefetch" })).toBe(true);
  expect(of({ "x-moz": "prefetch" })).toBe(true);
  expect(of({})).toBe(false);
});
