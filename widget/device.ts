import type { Device } from "../sdk/protocol/channels.ts";

const { userAgent, maxTouchPoints } = navigator;

/**
 * Phones and tablets have apps that take share links; Macs have no touch
 * screens. Only a hint: both forms work everywhere, one of them better.
 */
export const device = ((maxTouchPoints &&
  userAgent.match(/Android|Mac/)?.[0]) ||
  "desktop") as Device;
