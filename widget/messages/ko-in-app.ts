import type { InAppMessages } from "./ja-in-app.ts";

/** What friends are told in an app's own browser, in Korean. */
const koInApp: InAppMessages = {
  inApp:
    "지금은 {app} 앱 안에서 보고 계세요. 로그인이나 장바구니가 이어지지 않을 수 있으니, 평소 쓰시는 브라우저에서 계속해 주세요. 초대 혜택은 그대로 이어져요.",
  inAppUnknown:
    "지금은 앱 안에서 보고 계세요. 로그인이나 장바구니가 이어지지 않을 수 있으니, 평소 쓰시는 브라우저에서 계속해 주세요. 초대 혜택은 그대로 이어져요.",
  inAppOpen: "브라우저에서 열기",
  inAppMenu:
    "앱 메뉴(⋯)에서 ‘브라우저에서 열기’를 고르거나 링크를 복사해 주세요.",
  inAppUncopied: "복사하지 못했어요. 위의 코드를 적어 두세요.",
};

export default koInApp;
