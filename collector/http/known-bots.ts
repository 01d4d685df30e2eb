/** Programs that fetch a shared link to show a preview of it. */
const previewBots =
  /facebookexternalhit|facebot|meta-external|twitterbot|line-poker|slackbot|slack-imgproxy|discordbot|^whatsapp\/|telegrambot|linkedinbot|pinterestbot|redditbot|skypeuripreview|kakaotalk-scrap|cardyb|mastodon\/|misskey\/|iframely|embedly|hatena|vkshare|viber|snapchat|googlebot|google-inspectiontool|bingbot|bingpreview|applebot|yandexbot|duckduckbot|baiduspider/i;

/**
 * Everything else that says itself that nobody is looking. Cubot makes telephones.
 * Not a headless browser or a bare HTTP client: an owner who tries the link, or a shop's
 * own test, is one of those, and a click costs nothing until somebody buys.
 */
const otherBots =
  /(?<!\bcu)bot\b|crawl|spider|scrape|phantomjs|lighthouse|^wget\/|^go-http-client|^java\/|okhttp|libwww|monitor|uptime|pingdom/i;

/** Wants a page with Open Graph tags instead of a redirect. LINE's and Facebook's own browsers, in which people read, do not. */
export function isPreviewBot(userAgent: string | undefined): boolean {
  return previewBots.test(userAgent ?? "");
}

/** Says of itself that it is a program. */
export function isBot(userAgent: string | undefined): boolean {
  return isPreviewBot(userAgent) || otherBots.test(userAgent ?? "");
}

/** A browser that looks ahead: nobody has seen anything yet. */
export function isPrefetch(
  header: (name: string) => string | undefined,
): boolean {
  const purpose = [
    header("sec-purpose"),
    header("purpose"),
    header("x-purpose"),
    header("x-moz"),
  ].join(" ");
  return /prefetch|prerender|preview/i.test(purpose);
}
