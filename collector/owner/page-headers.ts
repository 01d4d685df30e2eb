import type { MiddlewareHandler } from "hono";

/** No script, no frame, nothing from elsewhere; nothing of these pages is kept by a cache. */
export const pageHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  c.header("X-Content-Type-Options", "nosniff");
  c.header("X-Frame-Options", "DENY");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
  // `no-referrer` would turn the Origin of these pages' own forms into `null`.
  c.header("Referrer-Policy", "same-origin");
  if (!c.res.headers.has("Cache-Control"))
    c.header("Cache-Control", "no-store");
};
