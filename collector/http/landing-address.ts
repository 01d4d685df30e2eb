/** Where a shared link leads: the landing page, or the asked-for page of the shop, with the code and the click. */
export function landingAddress({
  landingUrl,
  origins,
  to,
  code,
  click,
}: {
  landingUrl: string;
  origins: string[];
  to: string | undefined;
  code: string | null;
  click: string | null;
}): string {
  const page = insideShop(to, landingUrl, origins);
  const { before, after } = page ? unmarked(page) : unmarkedOnce(landingUrl);
  if (code === null) return before + after;
  const query = before.indexOf("?");
  const mark = query < 0 ? "?" : query < before.length - 1 ? "&" : "";
  const ec = click === null ? "" : `&ec=${click}`;
  return `${before}${mark}via=${code}${ec}${after}`;
}

/** An address without our own parameters, parted where they belong. */
interface Unmarked {
  before: string;
  after: string;
}

function unmarked(url: URL): Unmarked {
  for (const name of ["via", "ec"]) {
    // Only where it is there: writing the parameters back would respell all of them.
    if (url.searchParams.has(name)) url.searchParams.delete(name);
  }
  const [before = "", ...after] = url.href.split(/(?=#)/);
  return { before, after: after.join("") };
}

/** Of landing pages there are few, and each is asked for with every click. */
const known = new Map<string, Unmarked>();
const maxKnown = 1_000;

function unmarkedOnce(landingUrl: string): Unmarked {
  const kept = known.get(landingUrl);
  if (kept) return kept;
  const made = unmarked(new URL(landingUrl));
  if (known.size >= maxKnown) known.clear();
  known.set(landingUrl, made);
  return made;
}

/**
 * `to` as a page of the shop, or `null`. It is resolved as a browser would resolve
 * it and then compared by origin: `//evil`, `/\evil`, `javascript:` and whatever
 * else a browser makes of it end at another origin and are not followed.
 */
function insideShop(
  to: string | undefined,
  landingUrl: string,
  origins: string[],
): URL | null {
  if (!to || !URL.canParse(to, landingUrl)) return null;
  const url = new URL(to, landingUrl);
  if (!/^https?:$/.test(url.protocol) || !origins.includes(url.origin))
    return null;
  url.username = "";
  url.password = "";
  return url;
}
