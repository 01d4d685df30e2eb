import { EnishiElement } from "./element.ts";

for (const surface of ["share", "reward", "progress", "welcome", "code"]) {
  const name = `enishi-${surface}`;
  // A page may have loaded the elements already.
  if (!customElements.get(name)) {
    customElements.define(name, class extends EnishiElement {});
  }
}

/** Puts the element into every `<div data-enishi="share">`, its `data-` attributes becoming the element's. */
function upgradePlaces(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-enishi]")) {
    const { enishi, ...attributes } = place.dataset;
    const name = `enishi-${enishi}`;
    if (place.querySelector(name) || !customElements.get(name)) continue;
    const element = document.createElement(name);
    for (const attribute in attributes) {
      element.setAttribute(attribute, attributes[attribute] ?? "");
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
document.addEventListener("enishi:open", async (event) => {
  try {
    const { openSurface } = await import("./dialog.tsx");
    openSurface((event as CustomEvent<{ surface: string }>).detail.surface);
  } catch {
    // Offline, or no screen's name: the page goes on without.
  }
});

export type { EnishiElement };
