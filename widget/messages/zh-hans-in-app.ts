import type { InAppMessages } from "./ja-in-app.ts";

/** What friends are told in an app's own browser, in Chinese, simplified signs. */
const zhHansInApp: InAppMessages = {
  inApp:
    "你正在{app}应用内浏览。登录状态和购物车可能不在这里，建议用常用的浏览器继续，邀请优惠会一并带过去。",
  inAppUnknown:
    "你正在应用内浏览。登录状态和购物车可能不在这里，建议用常用的浏览器继续，邀请优惠会一并带过去。",
  inAppOpen: "在浏览器中打开",
  inAppMenu: "请在应用菜单（⋯）中选择“在浏览器中打开”，或复制链接。",
  inAppUncopied: "复制失败，请记下上面的推荐码。",
};

export default zhHansInApp;
