/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import { named } from "../named.ts";
import type { View } from "../pages/view.ts";

/** What the rules warn of about an order, each once: both sides may bring the same. */
export function Warnings(props: {
  view: View;
  warnings: ConversionAnswer["warnings"];
}) {
  const texts = props.view.words.order.warningTexts;
  const known = new Set<string>();
  const other: string[] = [];
  for (const { code, message } of props.warnings)
    if (Object.hasOwn(texts, code)) known.add(named(texts, code));
    else other.push(message);
  return (
    <>
      {[...known].map((text) => (
        <span class="item">{text}</span>
      ))}
      {other.map((message) => (
        <span class="item" lang="en">
          {message}
        </span>
      ))}
    </>
  );
}
