import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./collector.ts";
import { Refusal } from "./refusal.ts";

/** Refuses an address that cannot be read: what stands in it would be taken for something else. */
export const wellEscaped: MiddlewareHandler<HttpEnv> = async (c, next) => {
  requireEscapes(c.req.url);
  await next();
};

/** Throws `invalid_field` where a percent sign is not the beginning of an escaped letter, as in `%ff` or `%E0%A4%A`. */
export function requireEscapes(address: string): void {
  if (!address.includes("%")) return;
  try {
    decodeURIComponent(address);
  } catch {
    throw new Refusal(
      "invalid_field",
      "Expected an address whose escapes are UTF-8, such as %E7%B8%81, and got one that cannot be read. Escape it with encodeURIComponent.",
    );
  }
}
