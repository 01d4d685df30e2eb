import type { ComponentChild } from "preact";
import {
  type Channel as AddressedChannel,
  commonChannels,
} from "../sdk/protocol/channels.ts";
import type { Scene } from "./scene.ts";

/** A way to send a message by an address, or by what the browser itself can do. */
export interface Channel extends AddressedChannel {
  /** What a button without a URL does, or nothing where it cannot work. */
  act?(sheet: Sheet, scene: Scene): Act | false | undefined;
  /** Its sign, where that does not come with the first screen. */
  sign?(): ComponentChild;
}

/** What the system's share sheet is given. */
export interface Sheet {
  text: string;
  url: string;
}

type Act = (button: Element) => unknown;

export type Channels = Record<string, Channel>;

/** The channels of the first screen; the rest of the table comes with `more-channels.tsx`. */
export const firstChannels: Channels = {
  ...commonChannels,
  native: {
    act: (sheet) =>
      navigator.canShare?.(sheet) &&
      // Straight from the click, as the sheet requires. To close it again is no error.
      (() => navigator.share(sheet).catch(() => {})),
  },
  // In a list, stands for every channel that is not in it.
  more: {},
};
