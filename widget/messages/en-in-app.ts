import type { InAppMessages } from "./ja-in-app.ts";

/** What friends are told in an app's own browser, in English. */
const enInApp: InAppMessages = {
  inApp:
    "You are inside the {app} app. Your sign-in and cart may be in your usual browser: go on there, and your invitation comes along.",
  inAppUnknown:
    "You are inside an app. Your sign-in and cart may be in your usual browser: go on there, and your invitation comes along.",
  inAppOpen: "Open in my browser",
  inAppMenu:
    "Choose “Open in browser” from the app's menu (⋯), or copy the link.",
  inAppUncopied: "That could not be copied. Please note the code above.",
};

export default enInApp;
