import type { Context } from "hono";

/** Whether the browser says that a request comes from these pages; one that says nothing is left to the form's token. */
export function isOwnForm(c: Context, publicUrl: string): boolean {
  return isSaidToBeOwn(c, publicUrl) ?? true;
}

/** As `isOwnForm`, and `null` where the browser says nothing. */
export function isSaidToBeOwn(c: Context, publicUrl: string): boolean | null {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin") return false;
  const origin = c.req.header("origin");
  if (origin === undefined) return site === undefined ? null : true;
  if (!URL.canParse(origin)) return false;
  // A proxy may have changed the scheme, or the host as this process sees it.
  const hosts = [new URL(c.req.url).host, new URL(publicUrl).host];
  return hosts.includes(new URL(origin).host);
}
