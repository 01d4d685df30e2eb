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
  const url = insideShop(to, landingUrl, origins) ?? new URL(landingUrl);
  for (const name of ["via", "ec"]) {
    // Only where it is there: writing the parameters back would respell all of them.
    if (url.searchParams.has(name)) url.searchParams.delete(name);
  }
  if (code !== null) {
    const mark = url.search ? "&" : "?";
    url.search += `${mark}via=${code}${click === null ? "" : `&ec=${click}`}`;
  }
  return url.href;
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
