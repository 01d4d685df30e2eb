import type { ComponentChild, ComponentType } from "preact";
import type { MyDispute, MyFriend, MyReward } from "../sdk/protocol/me.ts";
import type { ShareMessage } from "../sdk/protocol/share-message.ts";
import type { Account } from "./account.ts";
import type { Channels } from "./channels.ts";
import type { Context, ReferralAnswer } from "./enishi.ts";
import type { Part } from "./part.ts";
import type { Say } from "./say.ts";

/** What an element can show. */
export type Surface = "share" | "reward" | "progress" | "welcome" | "code";

/** Where an element shows one screen at a time. */
export interface Stage {
  /** The element is on the page: starts once there is a tracker to ask. */
  open(): void;
  /** An attribute has changed. */
  change(): void;
  close(): void;
}

/** What an element remembers from one drawing to the next. */
export interface SceneState {
  /** The last words said to screen readers. */
  spoken?: string;
  /** Shown once, above the link: somebody has just joined. */
  note?: string;
  /** The member's own message, or absent for the offered one. */
  text?: string;
  /** What was copied last; empty where the browser refused. */
  copied?: string;
  /** The drawers that have been opened. */
  more?: MoreDrawer;
  edit?: Drawer;
  qr?: Drawer;
  /** What shows a gift's code, where there is one. */
  gift?: GiftDrawer;
  /** The name that friends see, once it has been opened. */
  name?: NameDrawer;
  /** Receipts, once one has been opened. */
  receipt?: ReceiptDrawer;
  form?: DisputeFormDrawer;
  /** The way out of an app's own browser. */
  inApp?: InAppPart;
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
  /** The share buttons in order, as written in the list: names, and own channels with their URLs. */
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

/** The drawer of further channels, which brings the rest of the table. */
export interface MoreDrawer extends Drawer {
  channelsOf(scene: Scene): Channels;
}

/** The way out of an app's own browser, fetched in one. */
export interface InAppPart extends Part {
  default: ComponentType<Scene & { code: string; app: string }>;
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

/** What shows the code of a gift, fetched where there is one. */
export interface GiftDrawer extends Part {
  default: ComponentType<Scene & { reward: MyReward }>;
}

/** The form for the name that friends see, fetched when it is opened. */
export interface NameDrawer extends Part {
  default: ComponentType<Scene>;
}

/** What the rows of the standing open to, fetched with the first of them. */
export interface ReceiptDrawer extends Part {
  default: ComponentType<ReceiptProps>;
}

/** What a receipt is given: a friend or a reward; neither for a friend who is missing. */
export interface ReceiptProps extends Scene {
  friend?: MyFriend;
  reward?: MyReward;
  /** What was objected to it until now, the newest first. */
  disputes: MyDispute[];
}

/** The form that tells the shop of something wrong, fetched when it is opened. */
export interface DisputeFormDrawer extends Part {
  default: ComponentType<DisputeFormProps>;
}

export interface DisputeFormProps extends Scene {
  /** The reward or friend, by id; `null` for a friend who is missing. */
  about: string | null;
  /** The collector has taken it. */
  sent(dispute: MyDispute): void;
}
