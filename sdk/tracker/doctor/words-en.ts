import type { DoctorWords } from "./words.ts";

export const words: DoctorWords = {
  title: "Enishi: install doctor",
  again: "Check again",
  close: "Close",
  good: "Good",
  bad: "To mend",
  unknown: "Not known yet",
  checks: {
    key: [
      "Site key",
      "The collector knows {}.",
      "{} is not a key of this site. Copy the snippet from /owner/install again.",
    ],
    origin: [
      "Origin",
      "{} is one of the site's origins.",
      "{} is not one of the site's origins: add it at /owner/install.",
    ],
    twice: [
      "Script once",
      "The script is on the page once.",
      "The script is on the page {} times. Only the first counts: remove the others, often a tag manager's or a theme's.",
    ],
    csp: [
      "Content-Security-Policy",
      "The page's policy lets the tracker through.",
      "The page's policy blocks the tracker. Add to it: {}",
    ],
    blocker: [
      "Connection",
      "The collector answers.",
      "Nothing reaches {}. Switch off this browser's content blocker to compare, and serve the collector under the shop's own domain.",
      "Mend the policy first: nothing reaches {} while it blocks.",
    ],
    setting: [
      "Consent setting",
      "The snippet says what the site's setting says ({}).",
      "The page's data-consent and the site's setting differ: {}. The page's word counts; without one a referral is kept only once the collector has answered. Copy the snippet from /owner/install again.",
      "Mend key and origin first: the site's setting is not known on this page.",
    ],
    consent: [
      "Consent",
      "The device may be written to ({}).",
      'Nothing is kept on this device ({}). Call enishi("consent", "granted") when your banner is accepted.',
      "Mend key and origin first: the site's setting is not known on this page.",
    ],
    cookie: [
      "Cookie",
      "The cookie is there, for {} days.",
      "This browser takes no cookies.",
      "No cookie yet: it is written once somebody is referred. Open a member's link, and check again.",
    ],
    storage: [
      "Storage",
      "localStorage works.",
      "localStorage is refused: unsent events cannot wait on this device. Check the frame's sandbox and the browser's settings.",
    ],
    routes: [
      "Routes",
      "Changes of route noticed since this panel opened: {}.",
      "A change of route cannot be noticed here, and a referral on it is read only once the page itself changes. After history.pushState change the page or dispatch popstate; whatever replaces MutationObserver must work.",
      "No change of route yet. In a single-page app, go to another page without reloading and check again; other shops need not.",
    ],
    clock: [
      "Clock",
      "This device's clock is right.",
      "This device's clock is {} minutes off. Set the clock; events are corrected, signed tokens can fail.",
    ],
    version: [
      "Version",
      "Script and collector are of one version.",
      "The collector is {}, this script another. Reload without the cache; behind a CDN, let enishi.js expire in minutes. A snippet with a version in it: copy it again from /owner/install.",
    ],
    seen: [
      "First event",
      "The collector has heard from this origin; last: {}.",
      "No event from this origin yet. Open a member's link here, or show a widget, and check again.",
    ],
  },
  exceptions: {
    cookieRefused:
      'Consent was refused on this device: the cookie says only that. To be referred here, call enishi("consent", "granted"), or clear this site\'s data, and check again.',
    cookieLifeUnknown:
      "The cookie is there, life unknown: this browser does not tell. Safari keeps what a script has written for seven days: see ENISHI_COOKIE_DOMAIN.",
    cookieShort:
      "The cookie ends in {} days: this browser shortens what a script writes. Let /r/CODE set it: serve the collector under the shop's own domain or path, set ENISHI_COOKIE_DOMAIN, and open a member's link again.",
  },
};
