import type { EnishiElement } from "./element.ts";
import { likeness } from "./likeness.ts";

/** Puts an element over the page, once, with the attributes of the one that asks for it; tells when it is waved away. */
export function openOver(
  surface: string,
  layout: "overlay" | "toast",
  from?: EnishiElement,
  dismissed: () => void = () => {},
): void {
  const name = `enishi-${surface}`;
  if (document.querySelector(`${name}[layout=${layout}]`)) return;
  const element = likeness(name, from);
  element.setAttribute("layout", layout);
  element.addEventListener("enishi-dismissed", dismissed);
  document.body.append(element);
}
