import type { Enishi } from "./calls.ts";
import { newId } from "./new-id.ts";
import type { Options } from "./options.ts";
import { createTracker } from "./tracker.ts";

export type {
  Context,
  Enishi,
  LeadFields,
  Referral,
  SaleFields,
} from "./calls.ts";
export type { Options } from "./options.ts";

/**
 * Starts the tracker of a page that bundles it, and answers the function that
 * the script would have put at `window.enishi`. Importing does nothing yet;
 * where there is no document, as in server rendering, or no key, every call does nothing.
 * A page has one tracker: where one runs already, that one is answered.
 *
 * @example
 * const enishi = createEnishi({ site: "pk_...", collector: "https://ref.shop.example" });
 * await enishi("lead", { id: "brochure-7" });
 */
export function createEnishi(options: Options): Enishi {
  if (typeof document === "undefined" || !options.site)
    return async () => undefined;
  const running = (document as Document & { [key: symbol]: Enishi })[
    Symbol.for("enishi")
  ];
  if (running) return running;
  const collector = options.collector.replace(/\/+$/, "");
  return createTracker({ ...options, collector }, [
    Date.now,
    newId,
    (...request) => fetch(...request),
    () => import("./on-demand.ts"),
    async () => {},
  ]);
}
