import { render } from "preact";
import { announceNews } from "./announce-news.ts";
import { Icon } from "./components/icon.tsx";
import type { EnishiElement } from "./element.tsx";
import { enishiOf } from "./enishi.ts";
import { languageOf, languages } from "./languages.ts";
import more from "./more.css?inline";
import { pageAccount } from "./page-account.ts";
import { type Say, sayer } from "./say.ts";
import css from "./styles.css?inline";

/** What the element inside a dialog takes over from the one outside. */
const passedOn = ["token", "program", "locale", "channels", "name"];

/**
 * Shows an element in a native modal dialog, which brings the focus in, keeps
 * it, closes by Escape and gives it back. `layout="dialog"` is opened by a
 * button in the page, `"launcher"` by one that floats, `"overlay"` is open
 * from the start and goes away when it is closed.
 */
export default async function present(element: EnishiElement): Promise<void> {
  const enishi = enishiOf(element);
  const root = element.shadowRoot;
  if (!enishi || !root) return;
  const program = element.getAttribute("program") ?? "";
  const fetch = element.fetch ?? ((...call) => window.fetch(...call));
  const account = pageAccount(enishi, program, fetch);
  account.identify(element.getAttribute("token"));
  const language = languageOf(element, await account.context());
  const words = await languages[language]?.[1]();
  element.dress(css, more);
  const layout = element.getAttribute("layout") ?? "";

  const inner = document.createElement(element.localName) as EnishiElement;
  if (element.enishi) inner.enishi = element.enishi;
  if (element.fetch) inner.fetch = element.fetch;
  for (const name of passedOn) {
    const value = element.getAttribute(name);
    if (value !== null) inner.setAttribute(name, value);
  }

  const say = () =>
    sayer(language, words?.default ?? {}, account.program?.texts);
  const draw = () => {
    render(
      <div class="root" part="root" lang={language} dir="ltr">
        {layout !== "overlay" && (
          <Opener
            say={say()}
            layout={layout}
            newsCount={account.news.length}
            open={open}
          />
        )}
        <dialog
          part="dialog"
          aria-label={say()("open")}
          onClose={() => {
            inner.remove();
            if (layout === "overlay") element.remove();
          }}
          closedby="any"
        >
          <button
            type="button"
            class="close"
            part="close-button"
            aria-label={say()("close")}
            onClick={() => root.querySelector("dialog")?.close()}
          >
            ×
          </button>
        </dialog>
      </div>,
      root,
    );
  };
  const open = () => {
    const dialog = root.querySelector("dialog");
    dialog?.append(inner);
    if (!dialog?.open) dialog?.showModal();
  };
  account.subscribers.add(draw);
  account.subscribers.add(() => announceNews(account));
  draw();
  if (layout === "overlay") return open();
  account.load();
}

/** Answers `enishi('open', surface)`. */
export function openSurface(surface: string): void {
  const name = `enishi-${surface}`;
  if (document.querySelector(`${name}[layout=overlay]`)) return;
  const element = document.createElement(name);
  element.setAttribute("layout", "overlay");
  document.body.append(element);
}

interface OpenerProps {
  say: Say;
  layout: string;
  newsCount: number;
  open(): void;
}

function Opener({ say, layout, newsCount, open }: OpenerProps) {
  const count = String(newsCount);
  return (
    <button
      type="button"
      class={`button main ${layout}`}
      part="open-button"
      aria-haspopup="dialog"
      onClick={open}
    >
      <Icon name="native" />
      {say("open")}
      {newsCount > 0 && (
        <>
          <span class="badge" aria-hidden="true">
            {count}
          </span>
          <span class="unseen">{say("newsCount", { count })}</span>
        </>
      )}
    </button>
  );
}
