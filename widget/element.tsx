import { type ComponentChild, render } from "preact";
import type { Account } from "./account.ts";
import { type Enishi, enishiOf } from "./enishi.ts";
import { languageOf, languages } from "./languages.ts";
import { pageAccount } from "./page-account.ts";
import { wordsOf } from "./part.ts";
import { sayer } from "./say.ts";
import type { Scene, SceneState, Surface } from "./scene.ts";
import { isFriends, loadScreens, screenFor } from "./screens.ts";
import { styleSheet } from "./style-sheet.ts";
import css from "./styles.css?inline";

const usualChannels = "line,native,x,mail,facebook";

/**
 * What the five elements have in common: a shadow root, the page's account,
 * the words, and one screen at a time.
 *
 * Attributes: `token` (signed member token), `program`, `locale` (`ja`, `en`),
 * `channels` (ordered comma list of `line`, `x`, `facebook`, `mail`, `native`),
 * `layout` (`inline`, `dialog`, `launcher`).
 */
export class EnishiElement extends HTMLElement {
  static observedAttributes = ["token", "locale", "channels"];

  /** The tracker to talk to, where it is not the page's own. */
  declare enishi?: Enishi;
  /** The fetch to call the collector with, where it is not the window's. */
  declare fetch?: typeof window.fetch;

  readonly #root = this.attachShadow({ mode: "open" });
  #account: Account | undefined;
  #state: SceneState = {};
  /** The screens that have been counted as seen. */
  #counted = "";
  #observer: IntersectionObserver | undefined;
  /** Only the newest update may draw: an older one may still be waiting for its screen. */
  #turn = 0;

  /** What it shows, by its name. */
  get surface(): Surface {
    return this.localName.slice(7) as Surface;
  }

  /** Of `<enishi-code>`: the code that the shop's form will post, normalised, or empty. */
  get value(): string {
    return this.querySelector("input")?.value ?? "";
  }

  connectedCallback(): void {
    this.dress(css);
    if (this.#isInline()) this.#draw("", this.#waiting());
    this.#start();
  }

  disconnectedCallback(): void {
    removeEventListener("enishi:ready", this.#start);
    this.#account?.subscribers.delete(this.#update);
    this.#account = undefined;
    this.#observer?.disconnect();
  }

  attributeChangedCallback(): void {
    this.#account?.identify(this.getAttribute("token"));
    this.#update();
  }

  /** Gives the shadow root its styles. */
  dress(...styles: string[]): void {
    this.#root.adoptedStyleSheets = styles.map(styleSheet);
  }

  #isInline(): boolean {
    return (this.getAttribute("layout") ?? "inline") === "inline";
  }

  #start = (): void => {
    const enishi = enishiOf(this);
    if (!enishi) {
      // The tracker may come later where the elements are imported from npm.
      addEventListener("enishi:ready", this.#start, { once: true });
      return;
    }
    const program = this.getAttribute("program") ?? "";
    this.#account = pageAccount(enishi, program, this.fetch ?? fetch);
    this.#account.subscribers.add(this.#update);
    this.attributeChangedCallback();
    if (!isFriends(this.surface)) this.#account.load();
  };

  /** Draws what there is to show now, once everything that it needs has been loaded. */
  #update = async (): Promise<void> => {
    const account = this.#account;
    const enishi = enishiOf(this);
    if (!account || !enishi) return;
    const turn = ++this.#turn;
    const state = this.#state;
    const now = await account.context();
    const language = languageOf(this, now);
    if (!this.#isInline()) {
      const { drawDialog } = await import("./dialog.tsx");
      return drawDialog(this, account, language);
    }
    if (this.surface === "share" && account.news.length) state.view = "reward";
    const view = state.view ?? this.surface;
    const name = screenFor(view, account);
    try {
      const screens = name ? await loadScreens(name) : undefined;
      const parts = [screens, ...Object.values(state.drawers ?? {})];
      const words = await wordsOf([{ words: languages }, ...parts], language);
      if (turn !== this.#turn) return;
      this.dress(css, ...parts.map((part) => part?.css ?? ""));
      const Screen = name && screens?.[name];
      const scene: Scene = {
        ...account,
        element: this,
        enishi,
        account,
        now,
        say: sayer(language, words, account.program?.texts),
        channels: (this.getAttribute("channels") || usualChannels).split(
          /[\s,]+/,
        ),
        state,
        set: this.#set,
        go: (view) => this.#set({ view, spoken: "", wantsFocus: true }),
        // The same words again would not be read out: a space makes them new.
        announce: (spoken) =>
          this.#set({
            spoken: state.spoken === spoken ? `${spoken}\u00a0` : spoken,
          }),
      };
      this.#draw(language, Screen ? <Screen {...scene} /> : this.#waiting());
      if (Screen) this.#watch(view);
    } catch {
      // Offline: what is shown stays, until the next change.
    }
  };

  #set = (change: SceneState): void => {
    Object.assign(this.#state, change);
    this.#update();
  };

  #draw(language: string, screen: ComponentChild): void {
    render(
      <div class="root" part="root" lang={language} dir="ltr">
        {screen}
        <p class="unseen" role="status">
          {this.#state.spoken}
        </p>
      </div>,
      this.#root,
    );
  }

  /** Holds the place of a screen, so that nothing moves when it comes. */
  #waiting(): ComponentChild {
    return isFriends(this.surface) ? null : (
      <div class="card share" aria-busy />
    );
  }

  /** Counts a screen once, when its heading is really in view. */
  #watch(view: Surface): void {
    const heading = this.#root.querySelector<HTMLElement>("h2,label");
    if (this.#state.wantsFocus) heading?.focus();
    this.#state.wantsFocus = false;
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting || this.#counted.includes(view)) return;
      this.#counted += view;
      const code = this.#account?.me?.member.code;
      enishiOf(this)?.("view", { surface: view, code });
    });
    if (heading) this.#observer.observe(heading);
  }
}
