import type { Enishi } from "./enishi.ts";
import type { Surface } from "./scene.ts";
import { openStage } from "./stage.tsx";

/**
 * What the five elements have in common: a shadow root with a stage in it.
 *
 * Attributes: `token` (signed member token), `program`, `locale` (`ja`, `en`,
 * `ko`, `zh-Hans`, `zh-Hant`), `dir` (`rtl` for words of the owner's own),
 * `channels` (ordered comma list of the names in `more-channels.tsx`),
 * `layout` (`inline`, `dialog`, `launcher`), `news` (`dialog`, `toast`: a
 * reward tells of itself over the page), `hours` (at most once in so many).
 */
export class EnishiElement extends HTMLElement {
  static observedAttributes = ["token", "locale", "channels", "dir"];

  /** The tracker to talk to, where it is not the page's own. */
  declare enishi?: Enishi;
  /** The fetch to call the collector with, where it is not the window's. */
  declare fetch?: typeof window.fetch;

  /** Of `<enishi-code>`: the input that it has made, while that waits for its place. */
  declare input?: HTMLInputElement;

  #stage = openStage(this);

  /** What it shows, by its name. */
  get surface(): Surface {
    return this.localName.slice(7) as Surface;
  }

  /** Of `<enishi-code>`: the code that the shop's form will post, normalised, or empty. */
  get value(): string {
    return (this.querySelector("input") ?? this.input)?.value ?? "";
  }

  connectedCallback(): void {
    quietly(this.#stage.open);
  }

  disconnectedCallback(): void {
    quietly(this.#stage.close);
  }

  attributeChangedCallback(): void {
    quietly(this.#stage.change);
  }
}

/** What the browser calls would throw into the page, as where a library has replaced `addEventListener` by one that does. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // The place stays as it is.
  }
}
