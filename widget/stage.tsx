import { type ComponentChildren, render } from "preact";
import { sayer } from "../sdk/protocol/say.ts";
import type { Account } from "./account.ts";
import { firstChannels } from "./channels.ts";
import { drawers } from "./drawers.ts";
import type { EnishiElement } from "./element.ts";
import { type Enishi, enishiOf } from "./enishi.ts";
import { languageOf, languages } from "./languages.ts";
import { pageAccount } from "./page-account.ts";
import { dress, type Part, wordsOf } from "./part.ts";
import type { SceneState, Stage, Surface } from "./scene.ts";
import { isFriends, loadScreens, screenFor } from "./screens.ts";

/** Gives an element its shadow root, the page's account and the words. */
export function openStage(element: EnishiElement): Stage {
  const root = element.attachShadow({ mode: "open" });
  const attribute = (name: string) => element.getAttribute(name);
  const state: SceneState = {};
  let enishi: Enishi | undefined;
  let account: Account | undefined;
  /** What is shown, and what has been counted as seen. */
  let view = element.surface;
  let counted = "";
  /** Said to screen readers while a slow collector thinks. */
  let waiting = "";
  let hasTime = true;
  /** Only the newest update may draw: an older one may still be waiting for its screen. */
  let newest = 0;
  /** No place needs to be held: where the screen ended was out of sight. */
  let isLoose = false;
  /** The focus was on a button that is gone: it moves to the new screen's heading. */
  let wantsFocus = false;

  function start(): void {
    enishi = enishiOf(element);
    if (!enishi) return;
    close();
    const fetch = element.fetch ?? window.fetch;
    account = pageAccount(enishi, attribute("program") ?? "", fetch);
    account.subscribers.add(update);
    change();
    if (!isFriends(view)) account.load();
  }

  function change(): void {
    account?.identify(attribute("token"));
    update();
  }

  function close(): void {
    removeEventListener("enishi:ready", start, true);
    observer.disconnect();
    account?.subscribers.delete(update);
    account = undefined;
    // Gone with the element, it would not tell of it.
    root.querySelector("dialog")?.close();
  }

  /** Draws what there is to show now, once everything that it needs has been loaded. */
  async function update(): Promise<void> {
    if (!account || !enishi) return;
    const turn = ++newest;
    try {
      const now = await enishi("context");
      const language = languageOf(element, now);
      if (account.news[0] && attribute("news")) {
        const { openNews } = await import("./open-news.ts");
        openNews(element, account);
      }
      if (!isInline()) {
        const { drawDialog } = await import("./dialog.tsx");
        return drawDialog(element, account, language);
      }
      // What a badge told of is the first that its dialog shows.
      if (
        account.news[0] &&
        !attribute("news") &&
        element.matches("enishi-share,dialog>enishi-progress")
      )
        view = "reward";
      const name = screenFor(view, account);
      const screens = name ? await loadScreens(name) : undefined;
      const notice = account.isTest
        ? await import("./components/test-notice.tsx")
        : undefined;
      const colors = account.program?.colors;
      const painted =
        colors && (await import("./shop-colors.ts")).default(element, colors);
      // What is no part of a screen has neither words nor styles.
      const opened = Object.values(state) as Part[];
      const parts = [screens, notice, painted, ...opened];
      const words = await wordsOf(language, [languages, ...parts]);
      const Screen = name && screens?.[name];
      if (turn < newest || !account) return;
      dress(root, parts);
      const say = sayer(language, words, account.program?.texts);
      if (hasTime) {
        hasTime = false;
        setTimeout(() => {
          waiting = say("loading");
          update();
        }, 1000);
      }
      isLoose ||=
        !!Screen && element.getBoundingClientRect().bottom > innerHeight;
      const list =
        attribute("channels") || say.own("channels") || say("channels");
      const channels = list.match(/[^\s,]+/g) ?? [];
      if (
        !state.more &&
        channels.some((channel) => !(channel in firstChannels))
      ) {
        return set({ more: await drawers.more() });
      }
      draw(
        language,
        Screen && (
          <>
            {notice && <notice.default say={say} />}
            <Screen
              {...account}
              element={element}
              account={account}
              now={now}
              say={say}
              channels={channels}
              state={state}
              set={set}
              go={go}
              announce={announce}
            />
          </>
        ),
      );
      const heading = root.querySelector<HTMLElement>("h2,label");
      if (!heading) return;
      if (wantsFocus) heading.focus();
      wantsFocus = false;
      observer.disconnect();
      observer.observe(heading);
    } catch {
      // Offline: what is shown stays, until the next change.
    }
  }

  /** Without a screen its place is held, so that nothing moves when it comes. */
  function draw(language: string, screen: ComponentChildren): void {
    render(
      <div
        class={isLoose ? "root loose" : "root"}
        part="root"
        lang={language}
        dir={(element.dir || "ltr") as "ltr"}
      >
        {screen || (!isFriends(view) && <div class="card share" aria-busy />)}
        <p class="unseen" role="status">
          {screen ? state.spoken : waiting}
        </p>
      </div>,
      root,
    );
  }

  /** Counts a screen once, when its heading is really in view. */
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting || counted.includes(view)) return;
    counted += view;
    enishi?.("view", { surface: view, code: account?.me?.member.code });
  });

  function set(next: SceneState): void {
    Object.assign(state, next);
    update();
  }

  function go(next: Surface): void {
    view = next;
    wantsFocus = true;
    announce("");
  }

  /** The same words again would not be read out: a space makes them new. */
  function announce(text: string): void {
    set({ spoken: state.spoken === text ? `${text}\u00a0` : text });
  }

  return {
    open() {
      dress(root, []);
      if (isInline()) draw("", null);
      // The tracker may come later where the elements are imported from npm.
      addEventListener("enishi:ready", start, true);
      start();
    },
    change,
    close,
  };

  function isInline(): boolean {
    return (attribute("layout") ?? "inline") === "inline";
  }
}
