/** What is wrong with an installation, in English. */
export const troublesEn = {
  title: "What is wrong",
  none: "Nothing that can be seen from here.",
  hint: "Refused calls are those since the collector’s last start.",
  times: (n: string) => `${n === "1" ? "Once" : `${n} times`}, last`,
  origin: (origin: string) =>
    `Pages on ${origin} use this site’s key, and are refused: it is none of the site’s origins.`,
  originFix: (origin: string) => `Allow ${origin}`,
  originElse:
    "If it is not yours, somebody has copied your page: leave it refused.",
  unknownKey: (key: string, origin: string) =>
    `Pages on ${origin} use the key “${key}”, which no site here has. Put this into their script instead:`,
  formerKey: (origin: string) =>
    `Pages on ${origin} still use a former public key. Before you end it, put this into their script:`,
  formerKeyHere: "some page",
  signature:
    "Signed tokens are refused: another key has signed them. On the shop’s server, set ENISHI_SIGNING_KEY to the whole present key, sig_ included. If it is lost, make a new one:",
  clock:
    "Signed tokens are refused because they come from the future: the clock of the server that signs is more than 5 minutes ahead. Let it keep time by NTP.",
  expired:
    "Signed tokens are refused because they have expired. Sign a new one for each page, keep pages with a token out of caches, and let the server’s clock keep time by NTP.",
  form: (because: string) =>
    `Signed tokens are refused. The collector says: ${because} With signMember and signConversion of enishi/server they come out right.`,
  noViews:
    "Pages call, but no widget was ever seen. Put this line where the share screen should be, such as on the thank-you page:",
  onlyClaims:
    "Your server has never confirmed an order: every one of the latest came from browsers alone, and pays nothing until somebody confirms it. Report orders from the shop’s server as below, or confirm them by hand:",
  orders: "To decide",
  keys: "Keys",
};

export type TroubleWords = typeof troublesEn;
