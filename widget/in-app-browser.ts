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

/** The name of the app in whose own browser this page is, `""` where the app has none that we know, or nothing in a browser. */
export function appAround(
  { userAgent, hasHooks, isWebView }: Surroundings = surroundings(),
): string | undefined {
  const name = Object.keys(apps).find((app) => apps[app]?.test(userAgent));
  // Chrome and Firefox on iPhones have hooks as well, but call themselves browsers.
  const isApp = isWebView || (hasHooks && !/Safari\//.test(userAgent));
  return name ?? (isApp ? "" : undefined);
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
