import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { HttpContext } from "./collector.ts";

const style = `:root{color-scheme:light dark}body{font:1rem/1.7 system-ui,sans-serif;max-width:28rem;margin:10vh auto;padding:0 1.25rem}h1{font-size:1.4rem;line-height:1.4}a{color:LinkText}code{display:block;padding:.75rem 1rem;border:1px solid color-mix(in srgb,currentColor 25%,transparent);border-radius:.5rem;overflow-wrap:anywhere;user-select:all}ul{list-style:none;padding:0;display:grid;gap:.5rem}ul.points{list-style:disc;display:block;padding-inline-start:1.25rem;line-height:1.5}body:has(.points){max-width:44rem;margin:2rem auto}h2{font-size:1.1rem;line-height:1.5;margin:1.75rem 0 .25rem}h2+p,h2~ul{margin:.25rem 0}small{opacity:.8;overflow-wrap:anywhere}li a{display:block;padding:.7rem 1rem;border:1px solid currentColor;border-radius:.5rem;text-align:center;text-decoration:none}p.small{font-size:.85rem;opacity:.8}`;

/** The page has no script, and only this style. */
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

type Html = ReturnType<typeof html>;

/** A small page of the collector's own; texts in `head` and `body` are escaped by the `html` tag that made them. */
export function htmlPage(
  c: HttpContext,
  page: {
    language: string;
    title: string;
    head?: Html;
    body: Html;
    status?: number;
  },
): Response | Promise<Response> {
  return c.html(
    html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title}</title>
${page.head ?? ""}<style>${raw(style)}</style>
</head>
<body>
${page.body}
</body>
</html>
`,
    (page.status ?? 200) as 200,
    { "Content-Security-Policy": policy, "X-Robots-Tag": "noindex" },
  );
}
