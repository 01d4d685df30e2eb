import type { Device } from "./channels.ts";

const { userAgent, maxTouchPoints } = navigator;

/** Phones and tablets have apps that take share links. Only a hint: both forms work everywhere, one of them better. */
export const device: Device =
  /Android|iP(hone|ad|od)/.test(userAgent) ||
  // iPads say that they are Macs, which have no touch screens.
  (/Mac/.test(userAgent) && maxTouchPoints > 1)
    ? "phone"
    : "desktop";
