import { render } from "preact";
import { sayer } from "../sdk/protocol/say.ts";
import type { Language } from "../sdk/protocol/spoken.ts";
import type { Account } from "./account.ts";
import { announceNews } from "./announce-news.ts";
import { icon } from "./components/icon.tsx";
import type { EnishiElement } from "./element.ts";
import { knownInTime } from "./known-in-time.ts";
import { likeness } from "./likeness.ts";
import { lockScroll } from "./lock-scroll.ts";
import { openOver } from "./open-over.ts";
import { dress, type Part, wordsOf } from "./part.ts";
import type { MessageKey, Say } from "./say.ts";
import { sayCount } from "./say-count.ts";
import css from "./styles/dialog.css?inline";

const part: Part = {
  css,
  words: {
    ja: [() => import("./messages/ja-dialog.ts")],
    en: [() => import("./messages/en-dialog.ts")],
    ko: [() => import("./messages/ko-dialog.ts")],
    "zh-Hans": [() => import("./messages/zh-hans-dialog.ts")],
    "zh-Hant": [() => import("./messages/zh-hant-dialog.ts")],
  },
};

/**
 * Shows an element in a native modal dialog, which brings the focus in, keeps
 * it, closes by Escape and gives it back. `layout="dialog"` is opened by a
 * button in the page, `"launcher"` by one that floats, `"overlay"` is open
 * from the start and goes away when it is closed, `"toast"` leads to one. Drawn
 * at every change of the account; a button not before its colour is known, as
 * it would be seen to change it.
 */
export async function drawDialog(
  element: EnishiElement,
  account: Account,
  language: Language,
): Promise<void> {
  // Gone while this file was on its way.
  if (!element.isConnected) return;
  const layout = element.getAttribute("layout") ?? "";
  const isOverPage = layout === "overlay" || layout === "toast";
  const isDrawn = element.shadowRoot?.querySelector("dialog");
  if (!isOverPage && !isDrawn && !account.program)
    await knownInTime(element, account);
  const colors = account.program?.colors;
  const parts = [
    part,
    colors && (await import("./shop-colors.ts")).default(element, colors),
  ];
  if (layout === "toast") {
    const { drawToast } = await import("./toast.tsx");
    return drawToast(element, account, language, parts);
  }
  const loaded = await wordsOf(language, parts);
  const root = element.shadowRoot;
  if (!root || !element.isConnected) return;
  const say = sayer(language, loaded, account.program?.texts);
  const label = say(`open_${element.surface}` as MessageKey) || say("open");
  const isFirst = !root.querySelector("dialog");
  dress(root, parts);
  render(
    <div
      class="root"
      part="root"
      lang={language}
      dir={(element.dir || "ltr") as "ltr"}
    >
      {!isOverPage && (
        <Opener
          say={say}
          label={label}
          layout={layout}
          newsCount={account.news.length}
          open={() => open(element)}
        />
      )}
      <dialog
        part="dialog"
        aria-label={label}
        onClose={({ currentTarget }) => {
          currentTarget.querySelector(element.localName)?.remove();
          unlock?.();
          unlock = undefined;
          if (!isOverPage) return;
          element.dispatchEvent(new Event("enishi-dismissed"));
          element.remove();
        }}
        closedby="any"
      >
        <button
          type="button"
          class="close"
          part="close-button"
          aria-label={say("close")}
          onClick={() => root.querySelector("dialog")?.close()}
        >
          ×
        </button>
      </dialog>
    </div>,
    root,
  );
  announceNews(account);
  if (isOverPage && isFirst) open(element);
}

/** Answers `enishi('open', surface)`. */
export function openSurface(surface: string): void {
  openOver(surface, "overlay");
}

/** Only one dialog is open at a time: what is under it cannot be operated. */
let unlock: (() => void) | undefined;

/** Fills the dialog with an element of the same kind, and shows it. */
function open(element: EnishiElement): void {
  const dialog = element.shadowRoot?.querySelector("dialog");
  if (!dialog || dialog.open) return;
  dialog.append(likeness(element.localName, element));
  dialog.showModal();
  unlock ??= lockScroll();
}

interface OpenerProps {
  say: Say;
  label: string;
  layout: string;
  newsCount: number;
  open(): void;
}

function Opener({ say, label, layout, newsCount, open }: OpenerProps) {
  return (
    <button
      type="button"
      class={`button main ${layout}`}
      part="open-button"
      aria-haspopup="dialog"
      onClick={open}
    >
      {icon("native")}
      {label}
      {newsCount > 0 && (
        <>
          <span class="badge" aria-hidden="true">
            {newsCount}
          </span>
          <span class="unseen">{sayCount(say, "newsCount", newsCount)}</span>
        </>
      )}
    </button>
  );
}
