import type { ComponentChild, ComponentType } from "preact";
import type { Account } from "./account.ts";
import type { ShareMessage } from "./channels.ts";
import type { Context, ReferralAnswer } from "./enishi.ts";
import type { Part } from "./part.ts";
import type { Say } from "./say.ts";

/** What an element can show. */
export type Surface = "share" | "reward" | "progress" | "welcome" | "code";

/** What an element remembers from one drawing to the next. */
export interface SceneState {
  /** The last words said to screen readers. */
  spoken?: string;
  /** The member's own message, or absent for the offered one. */
  text?: string;
  /** What was copied last; empty where the browser refused. */
  copied?: string;
  /** The drawers that have been opened. */
  edit?: Drawer;
  qr?: Drawer;
  /** Who sent this visitor, once that is known. */
  referral?: ReferralAnswer | null;
}

/** Everything that a screen is given: what to show, and what it can set off. */
export interface Scene
  extends Pick<Account, "status" | "program" | "me" | "news" | "enishi"> {
  /** The custom element itself, for what has to happen in the page's own DOM. */
  element: HTMLElement & { readonly surface: Surface };
  account: Account;
  /** What the tracker said when this was drawn. */
  now: Context | undefined;
  say: Say;
  /** Order of the share buttons. */
  channels: string[];
  state: SceneState;
  /** Remembers a change and draws again. */
  set(change: SceneState): void;
  /** Shows another screen in the same place and moves the focus to its heading. */
  go(view: Surface): void;
  /** Says a text to screen readers. */
  announce(text: string): void;
}

/** A drawer of the share tools, fetched when it is opened. */
export interface Drawer extends Part {
  default: ComponentType<DrawerProps>;
}

/** What a drawer is given. */
export interface DrawerProps extends Scene {
  message: ShareMessage;
  /** A button that copies a text; the field before it is left selected where the browser refuses. */
  copyButton(
    what: "copy" | "copyCode" | "copyMessage",
    text: string,
  ): ComponentChild;
}
