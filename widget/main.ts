import { EnishiElement } from "./element.tsx";
import type { Surface } from "./scene.ts";

const surfaces: Surface[] = ["share", "reward", "progress", "welcome", "code"];

for (const surface of surfaces) {
  const name = `enishi-${surface}`;
  // A page may have loaded the elements already.
  if (customElements.get(name)) continue;
  customElements.define(
    name,
    class extends EnishiElement {
      readonly surface = surface;
    },
  );
}

/** Puts the element into every `<div data-enishi="share">`, its `data-` attributes becoming the element's. */
function upgradePlaces(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-enishi]")) {
    const { enishi = "", ...attributes } = place.dataset;
    const name = `enishi-${enishi}`;
    if (place.querySelector(name) || !customElements.get(name)) continue;
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      element.setAttribute(attribute, value ?? "");
    }
    // The shadow root hides what stood in until now; a code field's own input goes on working.
    element.append(...place.childNodes);
    place.append(element);
  }
}

upgradePlaces();
new MutationObserver(upgradePlaces).observe(document, {
  childList: true,
  subtree: true,
});

/** `enishi('open', surface)`: that screen as a dialog over the page. */
document.addEventListener("enishi:open", (event) => {
  const { surface } = (event as CustomEvent<{ surface: string }>).detail;
  import("./dialog.tsx").then(({ openSurface }) => openSurface(surface));
});

export type { EnishiElement };
