import { type ComponentChild, render } from "preact";
import type { Account } from "./account.ts";
import { type Enishi, enishiOf } from "./enishi.ts";
import { languageOf, languages } from "./languages.ts";
import { memberScreens } from "./on-demand.ts";
import { pageAccount } from "./page-account.ts";
import { sayer } from "./say.ts";
import type { Surface } from "./scene.ts";
import { isFriends, loadScreens, screenFor } from "./screens.ts";
import css from "./styles.css?inline";

const usualChannels = "line,native,x,mail,facebook";

const sheets: Record<string, CSSStyleSheet> = {};

/**
 * What the five elements have in common: a shadow root, the page's account,
 * the words, and one screen at a time.
 *
 * Attributes: `token` (signed member token), `program`, `locale` (`ja`, `en`),
 * `channels` (ordered comma list of `line`, `x`, `facebook`, `mail`, `native`),
 * `layout` (`inline`, `dialog`, `launcher`).
 */
export abstract class EnishiElement extends HTMLElement {
  static observedAttributes = ["token", "locale", "channels"];

  /** The tracker to talk to, where it is not the page's own. */
  declare enishi?: Enishi;
  /** The fetch to call the collector with, where it is not the window's. */
  declare fetch?: typeof window.fetch;

  abstract readonly surface: Surface;

  #account: Account | undefined;
  #view: Surface | undefined;
  /** Ids of the rewards that turned this into the reward screen. */
  #news = new Set<string>();
  #spoken = "";
  /** The screens that have been counted as seen. */
  #counted = "";
  #observer: IntersectionObserver | undefined;
  /** The focus was on a button that is gone: it moves to the new screen's heading. */
  #wantsFocus = false;
  #wantsMore = false;
  /** Only the newest render may draw: an older one may still be waiting for its screen. */
  #turn = 0;

  connectedCallback(): void {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
    this.dress(css);
    const layout = this.getAttribute("layout") ?? "inline";
    if (layout !== "inline") {
      import("./dialog.tsx").then(({ default: present }) => present(this));
      return;
    }
    this.#draw("", this.#waiting());
    this.#start();
  }

  disconnectedCallback(): void {
    this.#account?.subscribers.delete(this.#update);
    this.#account = undefined;
    this.#observer?.disconnect();
    removeEventListener("enishi:ready", this.#start, true);
  }

  attributeChangedCallback(): void {
    this.#account?.identify(this.getAttribute("token"));
    this.#update();
  }

  /** Of `<enishi-code>`: the code that the shop's form will post, normalised, or empty. */
  get value(): string {
    return this.querySelector("input")?.value ?? "";
  }

  /** Gives the shadow root its styles. */
  dress(...styles: string[]): void {
    (this.shadowRoot as ShadowRoot).adoptedStyleSheets = styles.map((css) => {
      if (!sheets[css]) {
        sheets[css] = new CSSStyleSheet();
        sheets[css].replaceSync(css);
      }
      return sheets[css];
    });
  }

  #start = (): void => {
    const enishi = enishiOf(this);
    // The tracker may come later where the elements are imported from npm.
    if (!enishi) {
      addEventListener("enishi:ready", this.#start, true);
      return;
    }
    const program = this.getAttribute("program") ?? "";
    const fetch = this.fetch ?? ((...call) => window.fetch(...call));
    this.#account = pageAccount(enishi, program, fetch);
    this.#account.subscribers.add(this.#update);
    this.attributeChangedCallback();
    if (!isFriends(this.surface)) this.#account.load();
  };

  /** Draws what there is to show now, once everything that it needs has been loaded. */
  #update = async (): Promise<void> => {
    const account = this.#account;
    if (!account) return;
    const turn = ++this.#turn;
    const language = languageOf(this, await account.context());
    const { news, me, program } = account;
    if (this.surface === "share" && news.length) {
      this.#view = "reward";
      for (const { id } of news) this.#news.add(id);
    }
    const view = this.#view ?? this.surface;
    const name = screenFor(view, account);
    const words = languages[language];
    const isRare = this.#wantsMore || (name && name !== "share");
    const loaded = await Promise.all([
      words?.[0](),
      isRare && words?.[1](),
      name && loadScreens(name),
      this.#wantsMore && memberScreens(),
    ]).catch(() => null);
    if (turn !== this.#turn) return;
    const [first, more, screens, others] = loaded ?? [];
    const moreCss = (others || screens)?.css;
    if (moreCss) this.dress(css, moreCss);
    const say = sayer(
      language,
      { ...first?.default, ...(more ? more.default : {}) },
      program?.texts,
    );
    const Screen = name && screens?.[name];
    this.#draw(
      language,
      Screen ? (
        <Screen
          {...account}
          news={(me?.rewards ?? []).filter(({ id }) => this.#news.has(id))}
          element={this}
          enishi={enishiOf(this) as Enishi}
          account={account}
          say={say}
          channels={(this.getAttribute("channels") || usualChannels).split(
            /[\s,]+/,
          )}
          go={this.#go}
          announce={this.#announce}
          more={this.#more}
          watch={() => this.#watch(view)}
        />
      ) : (
        this.#waiting()
      ),
    );
    if (!Screen) return;
    this.#watch(view);
    if (this.#wantsFocus) this.shadowRoot?.querySelector("h2")?.focus();
    this.#wantsFocus = false;
  };

  #draw(language: string, screen: ComponentChild): void {
    render(
      <div class="root" part="root" lang={language} dir="ltr">
        {screen}
        <p class="unseen" role="status">
          {this.#spoken}
        </p>
      </div>,
      this.shadowRoot as ShadowRoot,
    );
  }

  /** Holds the place of a screen, so that nothing moves when it comes. */
  #waiting(): ComponentChild {
    return (
      this.surface !== "welcome" && (
        <div class={this.surface === "code" ? "" : "card share"} aria-busy />
      )
    );
  }

  /** Counts a screen once, when its heading is really in view. */
  #watch(view: Surface): void {
    const heading = this.shadowRoot?.querySelector("h2,label");
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting || this.#counted.includes(view)) return;
      this.#counted += view;
      const code = this.#account?.me?.member.code;
      enishiOf(this)?.("view", { surface: view, ...(code && { code }) });
    });
    if (heading && !this.#counted.includes(view))
      this.#observer.observe(heading);
  }

  #go = (view: Surface): void => {
    this.#news.clear();
    this.#view = view;
    this.#spoken = "";
    this.#wantsFocus = true;
    this.#update();
  };

  #more = (): void => {
    this.#wantsMore = true;
    this.#update();
  };

  #announce = (text: string): void => {
    // The same words again would not be read out: a space makes them new.
    this.#spoken = this.#spoken === text ? `${text}\u00a0` : text;
    this.#update();
  };
}
