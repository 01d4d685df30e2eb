import { maxUrlLength } from "../protocol/limits.ts";

/** The page's address as a click tells it: without query and fragment, where others may have put names and tokens. */
export function pageUrl(): string {
  return (location.origin + location.pathname).slice(0, maxUrlLength);
}
