/** @jsxImportSource hono/jsx */
import type { View } from "./view.ts";

/** An instant, in words and for machines. */
export function Instant({ at, view }: { at: number; view: View }) {
  return (
    <time datetime={view.formats.iso(at)}>{view.formats.instant(at)}</time>
  );
}
