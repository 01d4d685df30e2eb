import type { DoctorWords } from "./words.ts";

export const words: DoctorWords = {
  title: "Enishi: install doctor",
  again: "Check again",
  close: "Close",
  good: "Good",
  bad: "To mend",
  unknown: "Not yet",
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
      "The tracker is on the page once.",
      "The script is on the page {} times, and only the one that ran first counts. Here that was {}. Keep the one of /owner/install and remove the others, often a tag manager's or a theme's.",
    ],
    csp: [
      "Content-Security-Policy",
      "The page's policy lets the tracker through.",
      "The page's policy blocks the tracker. Set this, as it is, in place of the directive of the same name, or beside the others where there is none; it keeps what the page may do today: {}",
    ],
    blocker: [
      "Connection",
      "The collector answers.",
      "Nothing reaches {}. Switch off this browser's content blocker to compare, and serve the collector under the shop's own domain.",
      "Not checked: the page's policy blocks the way to {}. Mend the policy first, and check again.",
    ],
    setting: [
      "Consent setting",
      "The snippet says what the site's setting says ({}).",
      'The page says data-consent="{}", and the site\'s setting is "{}". The page\'s word counts. If the setting is right, copy the snippet from /owner/install again; if the page is, change the setting at /owner/sites/settings.',
      "Not checked: the site's setting is not known on this page. Mend key and origin first, and check again.",
    ],
    lists: [
      "Domains, forms, parameters",
      "Every entry of data-domains, data-forms and data-param can be read.",
      'In data-domains="{}" an entry is no host\'s name, and matches none. Write data-domains="{}": a host stands for all below it, too.',
    ],
    consent: [
      "Consent",
      "The device may be written to ({}).",
      'Nothing is kept on this device ({}). Call enishi("consent", "granted") when your banner is accepted.',
      "Not checked: the site's setting is not known on this page. Mend key and origin first, and check again.",
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
      "",
      "Nothing has come from this origin yet, which is right for a new page. Open a member's link (its page, then the shop's), agree to the consent banner if there is one, and check again.",
    ],
  },
  exceptions: {
    unreached:
      "Not checked: the collector does not answer this page. Mend what is said of the policy or the connection, or open the doctor from /owner/install again if it has been open for an hour, and check again.",
    keyFirst:
      "Not checked: the site key is wrong. Mend it first, and check again.",
    besideBundle:
      "The page starts the tracker {} times: by its own bundle (npm), which ran first and counts, and by the script. Remove the script, or createEnishi from the bundle.",
    settingUnsaid:
      'The script has no data-consent, so each page asks the collector before it keeps a referral, and can lose it where that is out of reach. The site\'s setting is "{}": copy the snippet from /owner/install again.',
    listParam:
      'In data-param="{}" an entry is a name that no address has. Write data-param="{}": names alone, with commas.',
    listForms:
      'data-forms="{}" is no selector that a browser can read: no form is filled. Write data-forms="all", or a selector such as data-forms="#contact form".',
    cookieRefused:
      'Consent was refused on this device: the cookie says only that. To be referred here, call enishi("consent", "granted"), or clear this site\'s data, and check again.',
    cookieLifeUnknown:
      "The cookie is there, life unknown: this browser does not tell. Safari keeps what a script has written for seven days: see ENISHI_COOKIE_DOMAIN.",
    cookieShort:
      "The cookie ends in {} days: this browser shortens what a script writes. Let /r/CODE set it: serve the collector under the shop's own domain or path, set ENISHI_COOKIE_DOMAIN, and open a member's link again.",
    cookieForbidden:
      "This page may not use cookies (sandbox): a referral is kept only while the page is open. Add allow-same-origin to the frame's or the policy's sandbox, or open the page by itself.",
    keyMissing:
      'The script has no data-site, and sends nothing. Google Tag Manager and others keep only src: paste the snippet for tag managers from /owner/install, which sets it by createElement("script") and setAttribute("data-site", "pk_..."). Script: {}/enishi.js',
    keySecret:
      "data-site is a secret (sk_ or sig_), and everybody who opened this page could read it. Replace that secret at /owner/sites, give the new one to your server, and copy the snippet, with its pk_, from /owner/install.",
    storageFull:
      "localStorage is full: unsent events cannot wait on this device. The browser gives an origin 5,000,000 characters: look in its developer tools which script fills them.",
    failed: "Could not be looked at on this page: {}",
  },
};
