import type { AccentColors } from "../sdk/protocol/offers.ts";
import type { Part } from "./part.ts";

/** The owner's colour as styles, unless the page names its own. Asked anew at each change, as a page may turn dark. */
export default function shopColors(
  element: Element,
  colors: AccentColors,
): Part {
  if (getComputedStyle(element).getPropertyValue("--enishi-accent")) return {};
  const { accent, onAccent, textOnLight, textOnDark } = colors;
  return {
    css: `.root{--enishi-accent:${accent};--enishi-on-accent:${onAccent};--enishi-accent-text:light-dark(${textOnLight},${textOnDark})}`,
  };
}
