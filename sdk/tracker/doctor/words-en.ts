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
      "Route changes noticed by address since this panel opened: {}. A changed page is read again by itself.",
      "",
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
};
