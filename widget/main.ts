import { EnishiElement } from "./element.ts";
import { settled } from "./settled.ts";

for (const surface of ["share", "reward", "progress", "welcome", "code"]) {
  const name = `enishi-${surface}`;
  // A page may have loaded the elements already.
  if (!customElements.get(name)) {
    customElements.define(name, class extends EnishiElement {});
  }
}

/** A place, and how often it has got its element. */
type Place = HTMLElement & { enishiTimes?: number };

/**
 * Puts the element into every `<div data-enishi="share">`, its `data-` attributes becoming the element's. A place that
 * is emptied again and again is let be: the page, or a blocker of content, wants none there.
 */
function upgradePlaces(): void {
  for (const place of document.querySelectorAll<Place>("[data-enishi]")) {
    const { enishi, ...attributes } = place.dataset;
    const name = `enishi-${enishi}`;
    const { enishiTimes = 0 } = place;
    if (
      enishiTimes > 8 ||
      place.querySelector(name) ||
      !customElements.get(name)
    )
      continue;
    place.enishiTimes = enishiTimes + 1;
    const element = document.createElement(name);
    for (const attribute in attributes) {
      element.setAttribute(attribute, attributes[attribute] as string);
    }
    // The shadow root hides what stood in until now; a code field's own input goes on working.
    element.append(...place.childNodes);
    place.append(element);
  }
}

settled
  .then(() => {
    upgradePlaces();
    new MutationObserver(upgradePlaces).observe(document, {
      childList: true,
      subtree: true,
    });
  })
  .catch(() => {});

/** `enishi('open', surface)`: that screen as a dialog over the page. */
document.addEventListener("enishi:open", (event) =>
  import("./dialog.tsx")
    .then(({ openSurface }) =>
      openSurface((event as CustomEvent<{ surface: string }>).detail.surface),
    )
    // Offline, or no screen's name: the page goes on without.
    .catch(() => {}),
);

export type { EnishiElement };
