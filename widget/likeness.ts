import type { EnishiElement } from "./element.ts";

/** What an element inside a dialog, or over the page, takes over from the one outside. */
const passedOn = ["token", "program", "locale", "channels", "name", "dir"];

/** An element of that name, which shows what another one would. */
export function likeness(name: string, from: EnishiElement | undefined) {
  const made = document.createElement(name) as EnishiElement;
  if (from?.enishi) made.enishi = from.enishi;
  if (from?.fetch) made.fetch = from.fetch;
  for (const name of passedOn) {
    const value = from?.getAttribute(name);
    if (value) made.setAttribute(name, value);
  }
  return made;
}
