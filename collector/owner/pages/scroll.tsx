/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";

/** What may be wider than the page: it scrolls in itself, by finger and by keyboard, with a shadow where more is. */
export function Scroll({
  label,
  children,
}: {
  label: string;
  children: Child;
}) {
  return (
    <section class="scroll" aria-label={label} tabindex={0}>
      {children}
    </section>
  );
}
