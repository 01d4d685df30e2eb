import type { Device } from "./channels.ts";

const { userAgent, maxTouchPoints } = navigator;

/** Phones and tablets have apps that take share links. Only a hint: both forms work everywhere, one of them better. */
export const device: Device =
  // Those of Apple say that they are Macs, or like Macs, which have no touch screens.
  maxTouchPoints && /Android|Mac/.test(userAgent) ? "phone" : "desktop";
