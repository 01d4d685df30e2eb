/** What tells an app's own browser from a browser, as far as pages can see it. */
export interface Surroundings {
  userAgent: string;
  /** The app has put hooks for itself into the page. */
  hasHooks: boolean;
  /** The browser says of itself that it is a part of an app. */
  isWebView: boolean;
}

const apps: Record<string, RegExp> = {
  LINE: /\bLine\//,
  Instagram: /Instagram/,
  Facebook: /FB(AN|AV|_IAB)\b/,
  X: /Twitter/,
  TikTok: /TikTok|Bytedance|musical_ly/i,
  KakaoTalk: /KAKAOTALK/,
  WeChat: /MicroMessenger/,
};

/**
 * The name of the app in whose own browser this page is, `""` where the app has none that we know, or nothing in a browser.
 *
 * Whether there is an app, the features of its browser tell: on Android its brands, where it lists them, and on iPhones the
 * hooks that an app puts into its pages. The user agent then gives the app its name. It decides alone only where no feature
 * speaks: web views older than those brands or without TLS have none, and an app may keep its hooks from the page. That there
 * is no app, no feature tells: browser tabs that an app opens over itself look like the browser they are.
 */
export function appAround(
  { userAgent, hasHooks, isWebView }: Surroundings = surroundings(),
): string | undefined {
  // Chrome and Firefox on iPhones have hooks as well, but call themselves browsers.
  const isApp = isWebView || (hasHooks && !/Safari\//.test(userAgent));
  const name = Object.keys(apps).find((app) => apps[app]?.test(userAgent));
  // Android's own word for a web view.
  return name ?? (isApp || userAgent.includes("; wv)") ? "" : undefined);
}

function surroundings(): Surroundings {
  const { userAgentData, userAgent } = navigator as Navigator & {
    userAgentData?: { brands: { brand: string }[] };
  };
  const page = window as {
    webkit?: { messageHandlers?: unknown };
    ReactNativeWebView?: unknown;
  };
  const brands = userAgentData?.brands ?? [];
  return {
    userAgent,
    hasHooks: !!page.webkit?.messageHandlers,
    isWebView:
      !!page.ReactNativeWebView ||
      brands.some(({ brand }) => brand === "Android WebView"),
  };
}
