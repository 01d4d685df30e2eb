import type { Account } from "./account.ts";
import type { Enishi } from "./enishi.ts";
import type { Say } from "./say.ts";

/** What an element can show. */
export type Surface = "share" | "reward" | "progress" | "welcome" | "code";

/** Everything that a screen is given: what to show, and what it can set off. */
export interface Scene
  extends Pick<Account, "status" | "program" | "me" | "news"> {
  /** The custom element itself, for what has to happen in the page's own DOM. */
  element: HTMLElement & { readonly surface: Surface };
  enishi: Enishi;
  account: Account;
  say: Say;
  /** Order of the share buttons. */
  channels: string[];
  /** Shows another screen in the same place and moves the focus to its heading. */
  go(view: Surface): void;
  /** Says a text to screen readers. */
  announce(text: string): void;
  /** Loads the words and styles of what comes on demand. */
  more(): void;
  /** For a screen that has something to be seen only now. */
  watch(): void;
}
