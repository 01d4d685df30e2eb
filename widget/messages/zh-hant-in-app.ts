import type { InAppMessages } from "./ja-in-app.ts";

/** What friends are told in an app's own browser, in Chinese, traditional signs. */
const zhHantInApp: InAppMessages = {
  inApp:
    "你正在{app}應用程式內瀏覽。登入狀態和購物車可能不在這裡，建議用常用的瀏覽器繼續，邀請優惠會一併帶過去。",
  inAppUnknown:
    "你正在應用程式內瀏覽。登入狀態和購物車可能不在這裡，建議用常用的瀏覽器繼續，邀請優惠會一併帶過去。",
  inAppOpen: "在瀏覽器中開啟",
  inAppMenu: "請在應用程式選單（⋯）中選擇「在瀏覽器中開啟」，或複製連結。",
  inAppUncopied: "複製失敗，請記下上面的推薦碼。",
};

export default zhHantInApp;
